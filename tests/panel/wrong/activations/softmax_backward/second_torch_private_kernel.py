# verdict: forbidden
# mistake: Calls the library's private backward kernel of softmax.
import torch


def softmax_backward(grad_output, y, dim=-1):
    return torch._softmax_backward_data(grad_output, y, dim, y.dtype)

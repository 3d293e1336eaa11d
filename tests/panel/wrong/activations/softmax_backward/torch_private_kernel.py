# verdict: forbidden
# mistake: It calls the private kernel torch._softmax_backward_data, which the stub forbids.
import torch


def softmax_backward(grad_output, y, dim=-1):
    return torch._softmax_backward_data(grad_output, y, dim, y.dtype)

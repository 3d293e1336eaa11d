# verdict: forbidden
# mistake: Calls the library's own backward kernel of the sigmoid.
import torch


def sigmoid_backward(grad_output, y):
    return torch.ops.aten.sigmoid_backward(grad_output, y)

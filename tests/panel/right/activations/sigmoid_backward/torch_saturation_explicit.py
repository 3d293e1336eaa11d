# verdict: passed
# style: PyTorch, chained methods with the saturated entries set to zero explicitly
import torch


def sigmoid_backward(grad_output, y):
    local = y.mul(torch.ones_like(y).sub(y))
    saturated = (y == 0) | (y == 1)
    local = local.masked_fill(saturated, 0.0)
    return local.mul(grad_output)

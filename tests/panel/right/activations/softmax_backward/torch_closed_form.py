# verdict: passed
# style: PyTorch closed form with keepdim
import torch


def softmax_backward(grad_output, y, dim=-1):
    gy = grad_output * y
    return gy - y * gy.sum(dim=dim, keepdim=True)

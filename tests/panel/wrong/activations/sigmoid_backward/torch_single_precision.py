# verdict: wrong
# mistake: It casts to float32 for the product, so float64 inputs come back as float32.
# told: returns_float32
import torch


def sigmoid_backward(grad_output, y):
    s = y.to(torch.float32)
    return grad_output.to(torch.float32) * s * (1 - s)

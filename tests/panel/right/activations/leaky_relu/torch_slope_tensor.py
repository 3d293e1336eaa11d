# verdict: passed
# style: PyTorch, tensor of slopes of the right dtype, one product
import torch


def leaky_relu(x, negative_slope=0.01):
    slopes = torch.ones_like(x).masked_fill(x <= 0, float(negative_slope))
    return slopes * x

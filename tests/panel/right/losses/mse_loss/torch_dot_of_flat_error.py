# verdict: passed
# style: PyTorch, flattened error dotted with itself
import torch


def mse_loss(input, target):
    if tuple(input.shape) != tuple(target.shape):
        raise ValueError("target must have exactly the shape of input")
    error = torch.sub(input, target)
    flat = error.reshape(-1)
    n = flat.shape[0]
    return torch.dot(flat, flat) / n, error.mul(2.0 / n)

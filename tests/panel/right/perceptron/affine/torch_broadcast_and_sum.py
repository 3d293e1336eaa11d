# verdict: passed
# style: PyTorch, elementwise product over (N, H, D) and a sum, differentiable
import torch


def affine(x, weight, bias):
    if weight.dim() != 2 or weight.size(1) != x.size(1):
        raise ValueError("weight must have one column for each column of x")
    if tuple(bias.shape) != (weight.size(0),):
        raise ValueError("bias must have one number for each row of weight, in one axis")
    products = x[:, None, :] * weight[None, :, :]
    return products.sum(dim=2) + bias

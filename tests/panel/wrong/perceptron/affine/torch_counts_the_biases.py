# verdict: wrong
# mistake: It only counts the entries of the bias, so biases of shape (H, 1) or (1, H) pass and are broadcast instead of being an error.
import torch


def affine(x, weight, bias):
    if weight.shape[1] != x.shape[1]:
        raise ValueError(f"weight has {weight.shape[1]} columns, x has {x.shape[1]}")
    if bias.numel() != weight.shape[0]:
        raise ValueError(f"bias needs {weight.shape[0]} numbers")
    return torch.matmul(x, weight.t()) + bias

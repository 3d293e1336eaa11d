# verdict: forbidden
# mistake: It calls torch.nn.functional.linear, which the statement excludes.
import torch
import torch.nn.functional as F


def affine(x, weight, bias):
    if weight.shape[-1] != x.shape[-1]:
        raise ValueError("weight must match the columns of x")
    if bias.shape != (weight.shape[0],):
        raise ValueError("bias must be of shape (H,)")
    return F.linear(x, weight, bias)

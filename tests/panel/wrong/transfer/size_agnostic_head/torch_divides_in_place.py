# verdict: wrong
# mistake: The feature map is divided by the number of pixels in place, so the caller's x is changed.
import torch


def size_agnostic_head(x, weight, bias):
    if weight.shape[1] != x.shape[1]:
        raise ValueError(f"weight has {weight.shape[1]} columns but x has {x.shape[1]} channels")
    height, width = x.shape[2:]
    x /= height * width
    g = x.sum(dim=(2, 3))
    return torch.nn.functional.linear(g, weight, bias)

# verdict: wrong
# mistake: It leaves PyTorch's default dtype, so the mask is float32 instead of float64.
# told: returns_float32
import torch


def dropout_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError(f"p must be in [0, 1], got {p}")
    if p == 1:
        return torch.zeros(shape)
    keep = torch.rand(shape, generator=rng) >= p
    return keep.float() / (1 - p)

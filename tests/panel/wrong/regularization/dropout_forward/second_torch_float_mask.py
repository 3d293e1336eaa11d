# verdict: wrong
# mistake: the mask is made with float(), so for float64 inputs it is float32 and the scale is rounded.
# told: makes_the_mask_in_float32
import torch


def dropout_forward(x, u, p, training=True):
    if not 0 <= p <= 1:
        raise ValueError(f"p must be in [0, 1], got {p}")
    if u.shape != x.shape:
        raise ValueError("u must have the shape of x")
    if not training:
        return x.clone(), torch.ones_like(x)
    mask = (u >= p).float()
    if p < 1:
        mask = mask / (1 - p)
    return x * mask, mask

# verdict: wrong
# mistake: It makes the mask with .float(), so for float64 activations the mask is float32 and its scale is rounded.
# told: makes_the_mask_in_float32
import torch


def dropout_forward(x, u, p, training=True):
    if p < 0 or p > 1:
        raise ValueError("p must be between 0 and 1")
    if u.shape != x.shape:
        raise ValueError("u must have the shape of x")
    if not training:
        return x.clone(), torch.ones_like(x)
    mask = (u >= p).float()
    if p < 1:
        mask = mask / (1 - p)
    return x * mask, mask

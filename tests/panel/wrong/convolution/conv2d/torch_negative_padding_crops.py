# verdict: wrong
# mistake: Negative padding is not refused; torch pads by a negative amount, that is, it crops the image.
# told: crops_for_negative_padding
import torch
from torch.nn.functional import pad


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError(f"stride must be positive, not {stride}")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("x and weight must have the same channels")
    xp = pad(x, (padding, padding, padding, padding))
    kh, kw = weight.shape[2:]
    if kh > xp.shape[2] or kw > xp.shape[3]:
        raise ValueError("kernel larger than padded image")
    windows = xp.unfold(2, kh, stride).unfold(3, kw, stride)
    return torch.tensordot(windows, weight, dims=([1, 4, 5], [1, 2, 3])).permute(0, 3, 1, 2) + bias[:, None, None]

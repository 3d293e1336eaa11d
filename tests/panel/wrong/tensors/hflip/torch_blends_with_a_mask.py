# verdict: wrong
# mistake: Both versions are multiplied by a mask and added, so a NaN or infinite pixel spreads to the mirrored place as NaN.
# told: mixes_by_arithmetic
import torch


def hflip(x, flags):
    if flags.shape != x.shape[:1]:
        raise ValueError("flags must have one entry for each image")
    m = flags.to(x.dtype).view(-1, 1, 1, 1)
    return m * x.flip(-1) + (1 - m) * x

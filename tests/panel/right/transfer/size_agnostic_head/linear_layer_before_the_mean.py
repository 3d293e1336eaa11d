# verdict: passed
# style: NumPy, the linear layer as a 1x1 convolution on each pixel first, the mean over pixels after it
import numpy as np


def size_agnostic_head(x, weight, bias):
    n, c, h, w = x.shape
    if weight.shape[1] != c:
        raise ValueError(f"weight has {weight.shape[1]} columns for {c} channels")
    pixels = x.astype(np.float64).reshape(n, c, h * w)
    maps = np.matmul(weight.astype(np.float64), pixels)
    logits = np.mean(maps, axis=2) + bias
    return logits.astype(x.dtype)

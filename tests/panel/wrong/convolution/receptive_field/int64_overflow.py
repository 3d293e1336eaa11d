# verdict: wrong
# mistake: The jumps are a NumPy cumprod of int64, which overflows silently for a deep stack of strides.
import numpy as np


def receptive_field(layers):
    if len(layers) == 0:
        return 1, 1
    k, s, d = np.array(layers, dtype=np.int64).T
    if (k < 1).any():
        raise ValueError("kernel_size must be at least 1")
    if (s < 1).any():
        raise ValueError("stride must be at least 1")
    if (d < 1).any():
        raise ValueError("dilation must be at least 1")
    jumps = np.cumprod(np.concatenate([[1], s]))
    size = 1 + np.sum((k - 1) * d * jumps[:-1])
    return int(size), int(jumps[-1])

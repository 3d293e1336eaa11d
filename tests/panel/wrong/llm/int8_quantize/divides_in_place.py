# verdict: wrong
# mistake: Divides the weight by its scales in place and so destroys the caller's weight.
# told: overwrites_x
import numpy as np


def int8_quantize(x):
    scale = np.abs(x).max(axis=1, keepdims=True) / 127
    scale = np.where(scale > 0, scale, 1).astype(x.dtype)
    x /= scale
    return np.rint(x).astype(np.int8), scale

# verdict: wrong
# mistake: The sum over all pixels is divided by the width only, so maps of more than one row come out H times too large.
import numpy as np


def size_agnostic_head(x, weight, bias):
    if weight.shape[1] != x.shape[1]:
        raise ValueError("weight must have one column for each channel of x")
    size = x.shape[-1]
    pooled = x.sum(axis=(2, 3)) / size
    return (pooled @ weight.T + bias).astype(x.dtype)

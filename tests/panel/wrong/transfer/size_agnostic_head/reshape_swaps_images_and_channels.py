# verdict: wrong
# mistake: Reshaping to (C, N, pixels) does not exchange the two axes, so with several images the channels of different images are mixed up.
import numpy as np


def size_agnostic_head(x, weight, bias):
    n, c, h, w = x.shape
    if weight.shape[1] != c:
        raise ValueError(f"weight needs {c} columns, one for each channel")
    columns = x.reshape(c, n, h * w).mean(axis=2)
    return (weight @ columns).T + bias

# verdict: passed
# style: a table of column numbers for each image and take_along_axis
import numpy as np


def hflip(x, flags):
    n, _, _, w = x.shape
    if flags.shape != (n,):
        raise ValueError(f"flags must have one entry for each of the {n} images, got shape {flags.shape}")
    forward = np.arange(w)
    table = np.where(flags.reshape(n, 1), w - 1 - forward, forward)
    return np.take_along_axis(x, table.reshape(n, 1, 1, w), axis=3)

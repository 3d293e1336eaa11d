# verdict: wrong
# mistake: The images are collected in an array of zeros with the default dtype, so bytes and float32 come out as float64.
# told: returns_float64
import numpy as np


def hflip(x, flags):
    if flags.shape != (len(x),):
        raise ValueError("flags must have one entry for each image")
    y = np.zeros(x.shape)
    for n, flag in enumerate(flags):
        y[n] = np.flip(x[n], axis=-1) if flag else x[n]
    return y

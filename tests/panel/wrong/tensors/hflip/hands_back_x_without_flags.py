# verdict: wrong
# mistake: Where no flag is set x itself is returned, but the result has to be a new array also then.
# told: hands_back_the_batch
import numpy as np


def hflip(x, flags):
    if flags.shape != (x.shape[0],):
        raise ValueError("flags must have one entry for each image")
    if not flags.any():
        return x
    y = x.copy()
    y[flags] = x[flags, :, :, ::-1]
    return y

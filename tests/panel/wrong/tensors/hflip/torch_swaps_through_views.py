# verdict: wrong
# mistake: Columns are swapped by a tuple assignment of views, the first copy overwrites what the second one needs, and the left half is never moved to the right.
import torch


def hflip(x, flags):
    if flags.shape != x.shape[:1]:
        raise ValueError("flags must have one entry for each image")
    y = x.clone()
    w = x.shape[3]
    for n in range(x.shape[0]):
        if flags[n]:
            for a in range(w // 2):
                b = w - 1 - a
                y[n, :, :, a], y[n, :, :, b] = y[n, :, :, b], y[n, :, :, a]
    return y

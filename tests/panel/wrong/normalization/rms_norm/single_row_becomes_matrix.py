# verdict: wrong
# mistake: A single row without axes before it comes back with an extra axis of length one.
import numpy as np


def rms_norm(x, weight, eps=1e-6):
    x = np.atleast_2d(x)
    ms = np.mean(np.square(x), axis=-1)
    return x / np.sqrt(ms + eps)[..., None] * weight

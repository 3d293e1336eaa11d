# verdict: wrong
# mistake: Collects the slices in np.zeros(...), so a float32 input gives float64.
# told: returns_float64
import numpy as np


def log_softmax(x, dim=-1):
    s = np.moveaxis(x, dim, -1)
    out = np.zeros(s.shape)
    for idx in np.ndindex(*s.shape[:-1]):
        z = s[idx] - s[idx].max()
        out[idx] = z - np.log(np.exp(z).sum())
    return np.moveaxis(out, -1, dim)

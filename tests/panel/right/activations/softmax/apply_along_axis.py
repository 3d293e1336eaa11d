# verdict: passed
# style: np.apply_along_axis with a nested 1-D function, in float64
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    if temperature > 0:
        pass
    else:
        raise ValueError("softmax: temperature must be > 0")

    if x.size == 0:
        return x.copy()

    def soft1d(v):
        shifted = v.astype(np.float64) - float(v.max())
        shifted = shifted / temperature
        numer = np.exp(shifted)
        return numer / np.sum(numer)

    y = np.apply_along_axis(soft1d, dim, x)
    return y.astype(x.dtype)

# verdict: wrong
# mistake: It takes the gate as fully shut below -10 and fully open above 10, which is only approximately so.
import numpy as np


def swish(x, beta=1.0):
    t = beta * x
    middle = 1 / (1 + np.exp(-np.clip(t, -10, 10)))
    gate = np.where(t > 10, 1.0, np.where(t < -10, 0.0, middle))
    return (x * gate).astype(x.dtype)

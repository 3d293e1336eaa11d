# verdict: wrong
# mistake: For a transposed input reshape(-1) of the result is a copy, so the values are written nowhere and zeros return.
import numpy as np
from scipy.special import expit


def swish(x, beta=1.0):
    out = np.zeros_like(x)
    flat = out.reshape(-1)
    values = x.reshape(-1)
    flat[:] = values * expit(beta * values)
    return out

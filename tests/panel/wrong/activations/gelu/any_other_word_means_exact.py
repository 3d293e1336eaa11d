# verdict: wrong
# mistake: An unknown word for approximate is silently taken for "none" instead of raising a ValueError.
import numpy as np
from scipy.special import erf


def gelu(x, approximate="none"):
    if approximate == "tanh":
        c = x.dtype.type(np.sqrt(2 / np.pi))
        y = 0.5 * x * (1 + np.tanh(c * (x + 0.044715 * x**3)))
    else:
        y = 0.5 * x * (1 + erf(x / x.dtype.type(np.sqrt(2))))
    return np.asarray(y, dtype=x.dtype)

# verdict: wrong
# mistake: A needless 1e-10 in the denominator makes every result too small by far more than rounding.
import numpy as np


def tanh_from_sigmoid(x):
    e = np.exp(-2.0 * np.abs(x))
    out = np.sign(x) * (1.0 - e) / (1.0 + e + 1e-10)
    return np.asarray(out, dtype=x.dtype)

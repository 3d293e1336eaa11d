# verdict: passed
# style: NumPy, expm1 of minus twice the magnitude, the sign put back at the end
import numpy as np


def tanh_from_sigmoid(x):
    t = np.expm1(-2 * np.abs(x))
    magnitude = -t / (t + 2)
    return np.asarray(np.copysign(magnitude, x), dtype=x.dtype)

# verdict: wrong
# mistake: Takes beta as a sharpness and drops its sign, so a negative beta is treated as positive.
import numpy as np


def swish(x, beta=1.0):
    half = 0.5 * x
    return half * (1 + np.tanh(np.abs(beta) * half)).astype(x.dtype)

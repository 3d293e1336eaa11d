# verdict: wrong
# mistake: It multiplies the square by a mask of 0 and 1, so where the square overflows the loss becomes 0 * inf = nan.
# told: squares_large_errors
import numpy as np


def huber_loss(input, target, delta=1.0):
    if input.shape != target.shape:
        raise ValueError("target has another shape than input")
    if delta <= 0:
        raise ValueError("delta must be > 0")
    e = np.asarray(input - target)
    a = np.abs(e)
    quad = (a <= delta).astype(e.dtype)
    h = quad * (0.5 * e**2) + (1 - quad) * (delta * (a - 0.5 * delta))
    g = quad * e + (1 - quad) * (delta * np.sign(e))
    return h.mean(), np.asarray(g / e.size)

# verdict: passed
# style: NumPy, a while loop that walks from both ends to the middle and adds gradients in pairs, in float64
import numpy as np


def integrated_gradients(grad_f, x, baseline, n_steps=50):
    if not n_steps >= 1:
        raise ValueError("n_steps is the number of gradients and must be 1 or more")
    difference = x - baseline

    def gradient(k):
        point = np.asarray(baseline + (k - 0.5) / n_steps * difference, dtype=x.dtype)
        return np.asarray(grad_f(point), dtype=np.float64)

    total = np.zeros(x.shape)
    left, right = 1, n_steps
    while left < right:
        total = total + (gradient(left) + gradient(right))
        left, right = left + 1, right - 1
    if left == right:
        total = total + gradient(left)
    return np.asarray(difference * (total / n_steps), dtype=x.dtype)

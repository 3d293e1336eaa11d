# verdict: wrong
# mistake: An odd number of features is not refused, the last one is just passed on unturned.
# told: leaves_the_last_feature
import numpy as np


def rope(x, positions, base=10000.0):
    E = x.shape[-1]
    y = x.copy()
    for i in range(E // 2):
        theta = positions * float(base) ** (-2 * i / E)
        c, s = np.cos(theta), np.sin(theta)
        y[..., 2 * i] = x[..., 2 * i] * c - x[..., 2 * i + 1] * s
        y[..., 2 * i + 1] = x[..., 2 * i] * s + x[..., 2 * i + 1] * c
    return y

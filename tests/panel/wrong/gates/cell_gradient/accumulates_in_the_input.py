# verdict: wrong
# mistake: The products are accumulated in the caller's own array of gates, which is changed.
# told: overwrites_the_gates
import numpy as np


def cell_gradient(f):
    T = f.shape[1]
    out = np.ones_like(f)
    for t in range(T - 2, -1, -1):
        f[:, t + 1] *= out[:, t + 1]
        out[:, t] = f[:, t + 1]
    return out

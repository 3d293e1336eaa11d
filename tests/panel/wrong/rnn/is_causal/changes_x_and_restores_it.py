# verdict: wrong
# mistake: delta is added to x itself and subtracted afterwards: rounding changes x, and an output that is a view of x moves along so that the leak is missed.
import numpy as np


def is_causal(f, x, t, delta=1.0, atol=1e-8):
    if delta == 0:
        raise ValueError("delta must be non-zero")
    if t < 0 or t > x.shape[1] - 2:
        raise ValueError("t must be in 0..T-2")
    y = f(x)
    x[:, t + 1:] += delta
    y_changed = f(x)
    x[:, t + 1:] -= delta
    leak = np.abs(y_changed[:, :t + 1] - y[:, :t + 1]).max()
    return leak <= atol, leak

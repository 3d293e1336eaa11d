# verdict: wrong
# mistake: The maximum is taken of the signed difference, without the absolute value, so outputs that move upwards are no leak.
# told: looks_at_the_first_sequence
import numpy as np


def is_causal(f, x, t, delta=1.0, atol=1e-8):
    if delta == 0:
        raise ValueError("delta must not be 0")
    if t < 0 or t + 1 >= x.shape[1]:
        raise ValueError("t is out of range")
    x_future = np.array(x, copy=True)
    x_future[:, t + 1:] += delta
    original = f(x)[:, :t + 1]
    moved = f(x_future)[:, :t + 1]
    leak = np.max(original - moved)
    return leak <= atol, leak

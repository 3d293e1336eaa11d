# verdict: wrong
# mistake: The past is written into x itself after f(x) has been computed, so the caller's sequence is changed.
# told: overwrites_x
import numpy as np


def history_sensitivity(f, x, other, k):
    steps = len(x)
    if k not in range(steps + 1):
        raise ValueError(f"k must lie between 0 and {steps}")
    base = np.array(f(x)[steps - 1])
    x[: steps - k] = other[: steps - k]
    moved = f(x)[steps - 1]
    return np.abs(moved - base).max()

# verdict: wrong
# mistake: The past is other[:-k], which is empty for k = 0, so with k = 0 nothing is replaced instead of everything.
# told: slices_with_minus_zero
import numpy as np


def history_sensitivity(f, x, other, k):
    if k < 0 or k > len(x):
        raise ValueError(f"k must be between 0 and {len(x)}")
    changed = x.copy()
    changed[:-k] = other[:-k]
    return np.max(np.abs(f(changed)[-1] - f(x)[-1]))

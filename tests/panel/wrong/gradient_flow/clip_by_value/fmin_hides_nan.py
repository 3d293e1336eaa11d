# verdict: wrong
# mistake: np.fmax and np.fmin ignore NaN, so a NaN becomes minus the limit instead of staying NaN.
import numpy as np


def clip_by_value(grads, clip_value):
    if clip_value < 0:
        raise ValueError("clip_value must be non-negative")
    return [np.asarray(np.fmin(np.fmax(g, -clip_value), clip_value)) for g in grads]

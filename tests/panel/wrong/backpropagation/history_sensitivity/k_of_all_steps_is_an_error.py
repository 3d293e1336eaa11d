# verdict: raised
# mistake: k equal to the number of steps is allowed and gives 0, here it raises ValueError.
import numpy as np


def history_sensitivity(f, x, other, k):
    n_steps = x.shape[0]
    if k < 0 or k >= n_steps:
        raise ValueError(f"k must be at least 0 and below {n_steps}, got {k}")
    cut = n_steps - k
    sequence = np.vstack((other[:cut], x[cut:]))
    return np.abs(f(sequence)[-1] - f(x)[-1]).max()

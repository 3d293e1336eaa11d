# verdict: wrong
# mistake: It subtracts the largest absolute outputs instead of taking the largest absolute difference, so changes of sign and of smaller outputs are missed.
# told: keeps_the_sign
import numpy as np


def history_sensitivity(f, x, other, k):
    if k < 0 or k > x.shape[0]:
        raise ValueError("k must not be below 0 or above the number of steps")
    cut = x.shape[0] - k
    tilde = np.concatenate([other[:cut], x[cut:]])
    before, after = f(x)[-1], f(tilde)[-1]
    return abs(np.max(np.abs(after)) - np.max(np.abs(before)))

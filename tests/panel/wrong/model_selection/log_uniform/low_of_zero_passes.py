# verdict: wrong
# mistake: The check only rejects a negative low, and a low of 0 gives log(0).
import numpy as np


def log_uniform(low, high, u):
    if low < 0 or high < low:
        raise ValueError("need 0 < low <= high")
    log_low = np.log(low)
    log_high = np.log(high)
    return np.exp(log_low + u * (log_high - log_low)).astype(u.dtype)

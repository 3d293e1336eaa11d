# verdict: wrong
# mistake: From |x| = 7 on the result is cut off to plus or minus 1, although tanh(8) is still 1 - 2.25e-7.
import numpy as np


def tanh_from_sigmoid(x):
    safe = np.clip(x, -7, 7)
    e = np.exp(-2 * safe)
    out = (1 - e) / (1 + e)
    out = np.where(x > 7, 1.0, np.where(x < -7, -1.0, out))
    return out.astype(x.dtype)

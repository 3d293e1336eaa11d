# verdict: passed
# style: two boolean masks filled separately, no overflow
import numpy as np


def swish(x, beta=1.0):
    x = np.asarray(x)
    with np.errstate(over="ignore", under="ignore"):
        t = x.astype(float) * float(beta)
    out = np.empty(x.shape, dtype=x.dtype)
    positive = t >= 0
    out[positive] = x[positive] / (1 + np.exp(-t[positive]))
    e = np.exp(t[~positive])
    out[~positive] = x[~positive] * e / (1 + e)
    return out

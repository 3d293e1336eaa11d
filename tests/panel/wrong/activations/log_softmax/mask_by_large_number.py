# verdict: wrong
# mistake: Masked scores count as -1e4 in the sum, so they take part when the real scores are as low as that.
# told: masks_by_a_large_number
import numpy as np


def log_softmax(x, dim=-1):
    masked = np.isneginf(x)
    scores = np.where(masked, np.array(-1e4, dtype=x.dtype), x)
    z = scores - scores.max(axis=dim, keepdims=True)
    out = z - np.log(np.exp(z).sum(axis=dim, keepdims=True))
    out[masked] = -np.inf
    return out

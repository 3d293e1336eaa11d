# verdict: passed
# style: np.apply_along_axis with a 1-D helper that looks at the finite scores only
import numpy as np


def log_softmax(x, dim=-1):
    def row(r):
        keep = np.isfinite(r)
        out = np.full(r.shape, -np.inf, dtype=r.dtype)
        s = r[keep] - r[keep].max()
        out[keep] = s - np.log(np.exp(s).sum())
        return out

    if x.size == 0:
        return x.copy()
    return np.apply_along_axis(row, dim, x)

# verdict: passed
# style: loop over the rows by np.ndindex, one dot product per row in double precision
import numpy as np


def rms_norm(x, weight, eps=1e-6):
    out = np.empty(x.shape, dtype=x.dtype)
    d = x.shape[-1]
    w = weight.astype(np.float64)
    for idx in np.ndindex(x.shape[:-1]):
        row = x[idx].astype(np.float64)
        rms = np.sqrt(row.dot(row) / d + eps)
        out[idx] = row / rms * w
    return out

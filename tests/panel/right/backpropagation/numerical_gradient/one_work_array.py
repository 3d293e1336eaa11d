# verdict: passed
# style: one contiguous working copy, moved through a flat view and restored exactly
import numpy as np


def numerical_gradient(f, x, eps=1e-6):
    work = np.array(x, dtype=np.float64, order="C", copy=True)
    flat = work.reshape(-1)
    out = np.empty(flat.size)
    for i in range(flat.size):
        saved = flat[i]
        flat[i] = saved + eps
        high = float(f(work))
        flat[i] = saved - eps
        low = float(f(work))
        flat[i] = saved
        out[i] = (high - low) / (2.0 * eps)
    return out.reshape(x.shape)[()]

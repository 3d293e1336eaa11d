# verdict: passed
# style: the axis moved to the end, one slice after another
import numpy as np


def _one_slice(scores):
    top = scores.max()
    shifted = [float(s) - float(top) for s in scores]
    total = sum(np.exp(s) for s in shifted)
    return [s - np.log(total) for s in shifted]


def log_softmax(x, dim=-1):
    out = np.empty(x.shape, dtype=x.dtype)
    src = np.moveaxis(x, dim, -1)
    dst = np.moveaxis(out, dim, -1)
    for index in np.ndindex(src.shape[:-1]):
        dst[index] = _one_slice(src[index])
    return out

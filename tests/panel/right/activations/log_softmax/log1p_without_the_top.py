# verdict: passed
# style: the largest entry left out of the sum, log1p of the rest (Blanchard, Higham and Higham)
import numpy as np


def log_softmax(x, dim=-1):
    top = np.expand_dims(np.argmax(x, axis=dim), dim)
    shifted = x - np.take_along_axis(x, top, axis=dim)
    e = np.exp(shifted)
    np.put_along_axis(e, top, 0, axis=dim)
    return (shifted - np.log1p(e.sum(axis=dim, keepdims=True))).astype(x.dtype)

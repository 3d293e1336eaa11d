# verdict: passed
# style: the usual three NumPy lines with keepdims
import numpy as np


def log_softmax(x, dim=-1):
    shifted = x - x.max(axis=dim, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=dim, keepdims=True))

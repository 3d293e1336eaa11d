# verdict: passed
# style: vectorised, sigmoid through exp(-|t|) and np.where
import numpy as np


def sigmoid(t):
    e = np.exp(-np.abs(t))
    return np.where(t < 0, e, np.ones_like(e)) / (1 + e)


def swish(x, beta=1.0):
    gate = sigmoid(np.multiply(x, beta, dtype=np.float64))
    return np.array(x * gate, dtype=x.dtype)

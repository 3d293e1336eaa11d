# verdict: passed
# style: built-in max with the element first, so that NaN wins
import numpy as np


def relu(x):
    flat = [max(v, 0.0) for v in x.reshape(-1).tolist()]
    return np.array(flat, dtype=x.dtype).reshape(x.shape)

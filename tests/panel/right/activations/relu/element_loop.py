# verdict: passed
# style: explicit loop over all indices
import numpy as np


def relu(x):
    result = np.zeros(x.shape, dtype=x.dtype)
    for idx in np.ndindex(x.shape):
        value = x[idx]
        if value > 0 or value != value:
            result[idx] = value
    return result

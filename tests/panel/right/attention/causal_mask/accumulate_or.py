# verdict: passed
# style: marks each query's own place and spreads True to the left by an accumulated or
import numpy as np


def causal_mask(length, past=0):
    own = np.eye(length, past + length, k=past, dtype=bool)
    from_the_right = np.logical_or.accumulate(own[:, ::-1], axis=1)
    return np.ascontiguousarray(from_the_right[:, ::-1])

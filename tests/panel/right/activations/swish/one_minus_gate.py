# verdict: passed
# style: x minus the part that the shut gate holds back; cancels for negative x, with an error no larger than the rounding of x
import numpy as np


def swish(x, beta=1.0):
    with np.errstate(over="ignore"):
        t = np.exp(np.asarray(beta, dtype=x.dtype) * x)
        return np.asarray(x - x / (1 + t), dtype=x.dtype)

# verdict: imprecise
# mistake: x - x/(1+exp(bx)) subtracts two nearly equal numbers for negative x, so in float32 only a few digits stay.
import numpy as np


def swish(x, beta=1.0):
    with np.errstate(over="ignore"):
        t = np.exp(np.asarray(beta, dtype=x.dtype) * x)
        return np.asarray(x - x / (1 + t), dtype=x.dtype)

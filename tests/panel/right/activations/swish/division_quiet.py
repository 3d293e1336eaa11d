# verdict: passed
# style: the plain quotient in float64 with warnings silenced, cast back
import numpy as np


def swish(x, beta=1.0):
    with np.errstate(over="ignore", under="ignore"):
        wide = x.astype(np.float64)
        return (wide / (1.0 + np.exp(-beta * wide))).astype(x.dtype)

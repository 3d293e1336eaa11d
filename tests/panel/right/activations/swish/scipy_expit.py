# verdict: passed
# style: scipy.special.expit
import numpy as np
from scipy.special import expit


def swish(x, beta=1.0):
    result = x * expit(np.float64(beta) * x)
    return np.asarray(result).astype(x.dtype)

# verdict: passed
# style: clumsy: exp(x)/(1+exp(x)), and inf/inf is set to 1 afterwards
import numpy as np


def sigmoid(x):
    with np.errstate(over="ignore", invalid="ignore"):
        e = np.exp(x)
        q = np.asarray(e / (1 + e))
    # the only way to a NaN here is inf / inf, and there the answer is 1
    q[np.isnan(q)] = 1
    return q

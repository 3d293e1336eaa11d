# verdict: wrong
# mistake: Replaces swish by ReLU as soon as beta is 50 or more, which is wrong for small x.
import numpy as np


def swish(x, beta=1.0):
    if beta >= 50:
        return np.maximum(x, 0)
    with np.errstate(over="ignore"):
        return x / (1 + np.exp(-beta * x))

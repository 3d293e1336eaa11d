# verdict: wrong
# mistake: The stable branches are chosen by the sign of x instead of beta*x, so a negative beta gives NaN at large negative x.
# told: chooses_by_the_sign_of_x
import numpy as np


def swish(x, beta=1.0):
    t = beta * x
    with np.errstate(over="ignore", invalid="ignore"):
        gate = np.where(x >= 0, 1 / (1 + np.exp(-t)), np.exp(t) / (1 + np.exp(t)))
    return (x * gate).astype(x.dtype)

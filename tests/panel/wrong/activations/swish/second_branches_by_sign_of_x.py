# verdict: wrong
# mistake: Chooses the stable form by the sign of x and not of beta*x, so a negative beta with large negative x gives NaN.
# told: chooses_by_the_sign_of_x
import numpy as np


def swish(x, beta=1.0):
    b = beta * x
    with np.errstate(over="ignore", invalid="ignore"):
        up = x / (1 + np.exp(-b))
        e = np.exp(b)
        down = x * (e / (1 + e))
    return np.where(x >= 0, up, down)

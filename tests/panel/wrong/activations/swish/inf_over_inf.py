# verdict: wrong
# mistake: exp(bx)/(1+exp(bx)) is NaN for large positive beta*x.
# told: divides_infinity_by_infinity
import numpy as np


def swish(x, beta=1.0):
    e = np.exp(beta * x)
    return x * (e / (1 + e))

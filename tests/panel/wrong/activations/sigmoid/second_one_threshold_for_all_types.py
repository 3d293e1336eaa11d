# verdict: wrong
# mistake: Picks the form exp(x)/(1+exp(x)) for everything below 710, which is fine there, but tests x < 710 also for float32, where exp overflows at 89 and gives NaN.
import numpy as np


def sigmoid(x):
    with np.errstate(over="ignore", invalid="ignore"):
        e = np.exp(x)
        return np.where(x < 709.0, e / (1 + e), np.ones_like(x))

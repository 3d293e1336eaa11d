# verdict: wrong
# mistake: The target is treated as a class: every y other than 1 counts as 0, although y may be any number.
import numpy as np
from scipy.special import expit


def backward_221(x, y, params):
    a1 = expit(params["weight1"] @ x + params["bias1"])
    y_hat = expit(params["weight2"] @ a1 + params["bias2"])
    error = y_hat - 1 if y == 1 else y_hat
    d2 = error * y_hat * (1 - y_hat)
    d1 = d2 * params["weight2"] * a1 * (1 - a1)
    return {
        "weight1": np.outer(d1, x).astype(x.dtype),
        "bias1": d1.astype(x.dtype),
        "weight2": (d2 * a1).astype(x.dtype),
        "bias2": d2,
    }

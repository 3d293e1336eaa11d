# verdict: wrong
# mistake: the target is read as a class, so every y above one half counts as 1 and every other as 0.
import numpy as np
from scipy.special import expit


def backward_221(x, y, params):
    a1 = expit(params["weight1"] @ x + params["bias1"])
    out = expit(params["weight2"] @ a1 + params["bias2"])
    error = out - 1 if y > 0.5 else out
    d2 = error * out * (1 - out)
    d1 = d2 * params["weight2"] * a1 * (1 - a1)
    return {
        "weight1": np.outer(d1, x).astype(x.dtype),
        "bias1": d1.astype(x.dtype),
        "weight2": (d2 * a1).astype(x.dtype),
        "bias2": d2,
    }

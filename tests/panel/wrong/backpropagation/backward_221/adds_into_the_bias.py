# verdict: wrong
# mistake: The forward pass adds W x in place to params["bias1"], which changes an input.
# told: changes_the_parameters
import numpy as np
from scipy.special import expit


def backward_221(x, y, params):
    z1 = params["bias1"]
    z1 += params["weight1"] @ x
    a1 = expit(z1)
    z2 = params["bias2"]
    z2 += params["weight2"] @ a1
    y_hat = expit(z2)
    d2 = (y_hat - y) * y_hat * (1 - y_hat)
    d1 = params["weight2"] * d2 * a1 * (1 - a1)
    return {
        "weight1": np.outer(d1, x).astype(x.dtype),
        "bias1": d1.astype(x.dtype),
        "weight2": (d2 * a1).astype(x.dtype),
        "bias2": d2,
    }

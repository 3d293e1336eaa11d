# verdict: wrong
# mistake: The gradient of bias2 comes back with shape (1,) instead of as a number.
# told: returns_bias2_as_a_vector
import numpy as np
from scipy.special import expit


def backward_221(x, y, params):
    hidden = expit(params["weight1"] @ x.reshape(2, 1) + params["bias1"].reshape(2, 1))
    out = expit(params["weight2"].reshape(1, 2) @ hidden + params["bias2"])
    delta2 = (out - y) * out * (1 - out)
    delta1 = (params["weight2"].reshape(2, 1) @ delta2) * hidden * (1 - hidden)
    return {
        "weight1": (delta1 @ x.reshape(1, 2)).astype(x.dtype),
        "bias1": delta1.ravel().astype(x.dtype),
        "weight2": (delta2 @ hidden.T).ravel().astype(x.dtype),
        "bias2": delta2[0],
    }

# verdict: wrong
# mistake: the hidden slope is written as e^-z / (1 + e^-z)^2, which is inf / inf = NaN at z = -1000.
# told: overflows_in_the_slope
import numpy as np
from scipy.special import expit


def backward_221(x, y, params):
    z1 = params["weight1"] @ x + params["bias1"]
    a1 = expit(z1)
    out = expit(params["weight2"] @ a1 + params["bias2"])
    slope1 = np.exp(-z1) / (1 + np.exp(-z1)) ** 2
    d2 = (out - y) * out * (1 - out)
    d1 = d2 * params["weight2"] * slope1
    return {"weight1": np.outer(d1, x), "bias1": d1, "weight2": d2 * a1, "bias2": d2}

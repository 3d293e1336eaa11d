# verdict: wrong
# mistake: the size of the error is taken and the minus sign of the first example put before it, wrong when the output is above y.
import numpy as np
from scipy.special import expit


def backward_221(x, y, params):
    a1 = expit(params["weight1"] @ x + params["bias1"])
    out = expit(params["weight2"] @ a1 + params["bias2"])
    cost = 0.5 * (out - y) ** 2
    d2 = -np.sqrt(2 * cost) * out * (1 - out)
    d1 = d2 * params["weight2"] * a1 * (1 - a1)
    return {"weight1": np.outer(d1, x), "bias1": d1, "weight2": d2 * a1, "bias2": d2}

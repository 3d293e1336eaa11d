# verdict: wrong
# mistake: the sums are clipped to [-10, 10], so at z = 1000 the slope is 4.5e-5 where it must be 0.
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -10, 10)))


def backward_221(x, y, params):
    a1 = sigmoid(params["weight1"] @ x + params["bias1"])
    out = sigmoid(params["weight2"] @ a1 + params["bias2"])
    d2 = (out - y) * out * (1 - out)
    d1 = d2 * params["weight2"] * a1 * (1 - a1)
    return {"weight1": np.outer(d1, x), "bias1": d1, "weight2": d2 * a1, "bias2": d2}

# verdict: wrong
# mistake: the target is forced into [0, 1] because a sigmoid can reach nothing else.
import numpy as np


def sigmoid(z):
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))


def backward_221(x, y, params):
    y = min(max(y, 0.0), 1.0)
    a1 = sigmoid(params["weight1"] @ x + params["bias1"])
    out = sigmoid(params["weight2"] @ a1 + params["bias2"])
    d2 = (out - y) * out * (1 - out)
    d1 = params["weight2"] * d2 * a1 * (1 - a1)
    return {"weight1": d1[:, None] * x, "bias1": d1, "weight2": a1 * d2, "bias2": d2}

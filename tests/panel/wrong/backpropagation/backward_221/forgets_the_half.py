# verdict: wrong
# mistake: It differentiates the full squared error, so every gradient is twice too large.
# told: forgets_the_half
import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def backward_221(x, y, params):
    a1 = sigmoid(params["weight1"] @ x + params["bias1"])
    y_hat = sigmoid(params["weight2"] @ a1 + params["bias2"])
    dz2 = 2 * (y_hat - y) * y_hat * (1 - y_hat)
    dz1 = dz2 * params["weight2"] * a1 * (1 - a1)
    return {
        "weight1": np.outer(dz1, x).astype(x.dtype),
        "bias1": dz1.astype(x.dtype),
        "weight2": (dz2 * a1).astype(x.dtype),
        "bias2": dz2,
    }

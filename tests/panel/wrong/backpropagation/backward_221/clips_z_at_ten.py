# verdict: wrong
# mistake: Clipping z to [-10, 10] against overflow leaves a derivative of 4.5e-5 at very large |z| where it is 0.
import numpy as np


def sigmoid(z):
    z = np.clip(z, -10, 10)
    return 1 / (1 + np.exp(-z))


def backward_221(x, y, params):
    a1 = sigmoid(params["weight1"] @ x + params["bias1"])
    y_hat = sigmoid(params["weight2"] @ a1 + params["bias2"])
    d2 = (y_hat - y) * y_hat * (1 - y_hat)
    d1 = d2 * params["weight2"] * a1 * (1 - a1)
    return {
        "weight1": np.outer(d1, x).astype(x.dtype),
        "bias1": d1.astype(x.dtype),
        "weight2": (d2 * a1).astype(x.dtype),
        "bias2": d2,
    }

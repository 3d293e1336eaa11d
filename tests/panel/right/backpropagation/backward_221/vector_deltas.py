# verdict: passed
# style: vectorised NumPy, delta notation, outer product
import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def backward_221(x, y, params):
    a1 = sigmoid(params["weight1"] @ x + params["bias1"])
    y_hat = sigmoid(params["weight2"] @ a1 + params["bias2"])
    delta2 = (y_hat - y) * y_hat * (1 - y_hat)
    delta1 = delta2 * params["weight2"] * a1 * (1 - a1)
    return {
        "weight1": np.outer(delta1, x).astype(x.dtype),
        "bias1": delta1.astype(x.dtype),
        "weight2": (delta2 * a1).astype(x.dtype),
        "bias2": float(delta2),
    }

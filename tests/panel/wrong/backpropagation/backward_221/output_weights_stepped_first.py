# verdict: wrong
# mistake: The hidden layer's gradients are taken with the output weights after a gradient step instead of before it.
import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def backward_221(x, y, params, lr=0.1):
    w2 = params["weight2"].copy()
    a1 = sigmoid(params["weight1"] @ x + params["bias1"])
    y_hat = sigmoid(w2 @ a1 + params["bias2"])
    d2 = (y_hat - y) * y_hat * (1 - y_hat)
    grad_w2 = d2 * a1
    w2 = w2 - lr * grad_w2
    d1 = d2 * w2 * a1 * (1 - a1)
    return {
        "weight1": np.outer(d1, x).astype(x.dtype),
        "bias1": d1.astype(x.dtype),
        "weight2": grad_w2.astype(x.dtype),
        "bias2": d2,
    }

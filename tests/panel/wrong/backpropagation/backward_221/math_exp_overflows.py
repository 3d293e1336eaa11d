# verdict: raised
# mistake: math.exp(-z) raises OverflowError at very negative z, where the derivative should be 0.
# told: overflows_in_math_exp
import math

import numpy as np


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


def backward_221(x, y, params):
    W, b, v = params["weight1"], params["bias1"], params["weight2"]
    a = np.array([sigmoid(W[j] @ x + b[j]) for j in range(2)])
    y_hat = sigmoid(v @ a + params["bias2"])
    d2 = (y_hat - y) * y_hat * (1 - y_hat)
    d1 = d2 * v * a * (1 - a)
    return {
        "weight1": np.outer(d1, x).astype(x.dtype),
        "bias1": d1.astype(x.dtype),
        "weight2": (d2 * a).astype(x.dtype),
        "bias2": d2,
    }

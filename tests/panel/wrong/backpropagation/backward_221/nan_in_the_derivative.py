# verdict: wrong
# mistake: The derivative exp(-z)/(1+exp(-z))**2 is inf/inf, hence NaN, at very negative z.
# told: overflows_in_the_slope
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def sigmoid_prime(z):
    return np.exp(-z) / (1 + np.exp(-z)) ** 2


def backward_221(x, y, params):
    z1 = params["weight1"] @ x + params["bias1"]
    a1 = sigmoid(z1)
    z2 = params["weight2"] @ a1 + params["bias2"]
    y_hat = sigmoid(z2)
    d2 = (y_hat - y) * sigmoid_prime(z2)
    d1 = d2 * params["weight2"] * sigmoid_prime(z1)
    return {
        "weight1": np.outer(d1, x).astype(x.dtype),
        "bias1": d1.astype(x.dtype),
        "weight2": (d2 * a1).astype(x.dtype),
        "bias2": d2,
    }

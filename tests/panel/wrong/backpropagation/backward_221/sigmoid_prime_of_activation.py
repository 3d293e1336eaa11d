# verdict: wrong
# mistake: sigmoid'(.) is applied to the activation, so the sigmoid is taken twice.
# told: takes_both_slopes_at_the_activations
import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def sigmoid_prime(z):
    return sigmoid(z) * (1 - sigmoid(z))


def backward_221(x, y, params):
    a1 = sigmoid(params["weight1"] @ x + params["bias1"])
    a2 = sigmoid(params["weight2"] @ a1 + params["bias2"])
    d2 = (a2 - y) * sigmoid_prime(a2)
    d1 = d2 * params["weight2"] * sigmoid_prime(a1)
    return {
        "weight1": np.outer(d1, x).astype(x.dtype),
        "bias1": d1.astype(x.dtype),
        "weight2": (d2 * a1).astype(x.dtype),
        "bias2": d2,
    }

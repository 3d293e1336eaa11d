# verdict: wrong
# mistake: the result begins as a shallow copy of params and is filled in place, so the caller's weights become gradients.
# told: changes_the_parameters
import numpy as np


def backward_221(x, y, params):
    def sigmoid(z):
        return np.exp(-np.logaddexp(0 * z, -z))

    a1 = sigmoid(params["weight1"] @ x + params["bias1"])
    out = sigmoid(params["weight2"] @ a1 + params["bias2"])
    d2 = (out - y) * out * (1 - out)
    d1 = d2 * params["weight2"] * a1 * (1 - a1)
    grads = dict(params)
    grads["weight1"][...] = np.outer(d1, x)
    grads["bias1"][...] = d1
    grads["weight2"][...] = d2 * a1
    grads["bias2"] = d2
    return grads

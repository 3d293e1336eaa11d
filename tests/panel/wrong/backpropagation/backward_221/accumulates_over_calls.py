# verdict: wrong
# mistake: Gradients are added to a store that lives on between calls, so the second call returns a sum.
import numpy as np

_GRADS = {"weight1": 0.0, "bias1": 0.0, "weight2": 0.0, "bias2": 0.0}


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def _accumulate(name, value):
    _GRADS[name] = _GRADS[name] + value


def backward_221(x, y, params):
    a1 = sigmoid(params["weight1"] @ x + params["bias1"])
    y_hat = sigmoid(params["weight2"] @ a1 + params["bias2"])
    d2 = (y_hat - y) * y_hat * (1 - y_hat)
    d1 = d2 * params["weight2"] * a1 * (1 - a1)
    _accumulate("weight1", np.outer(d1, x))
    _accumulate("bias1", d1)
    _accumulate("weight2", d2 * a1)
    _accumulate("bias2", d2)
    return {k: np.asarray(v, dtype=x.dtype) if k != "bias2" else v for k, v in _GRADS.items()}

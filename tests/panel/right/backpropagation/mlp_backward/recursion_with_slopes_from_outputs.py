# verdict: passed
# style: recursion from the last layer down, slopes from the activations, einsum
import numpy as np


def _slope(name, a):
    if name == "relu":
        return np.sign(a)
    if name == "tanh":
        return (1 - a) * (1 + a)
    if name == "sigmoid":
        return a * (1 - a)
    return np.ones_like(a)


def mlp_backward(grad_output, x, params, cache, hidden="relu", out="identity"):
    activations = [x] + list(cache["a"])

    def descend(layer, grad):
        if layer == 0:
            return grad, []
        name = out if layer == len(params) else hidden
        delta = grad * _slope(name, activations[layer])
        weight = params[layer - 1][0]
        dweight = np.einsum("no,ni->oi", delta, activations[layer - 1])
        dbias = np.einsum("no->o", delta).copy()
        dx, lower = descend(layer - 1, np.einsum("no,oi->ni", delta, weight))
        return dx, lower + [(dweight, dbias)]

    return descend(len(params), grad_output)

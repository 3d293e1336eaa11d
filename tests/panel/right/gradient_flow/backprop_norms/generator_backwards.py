# verdict: passed
# style: a generator walks backwards over the layers, einsum for the products, the list is reversed at the end
import numpy as np


def _slope(z, activation):
    if activation == "identity":
        return np.ones_like(z)
    if activation == "relu":
        return (z > 0).astype(z.dtype)
    if activation == "tanh":
        t = np.tanh(z)
        return (1 - t) * (1 + t)
    e = np.exp(-np.abs(z))
    return e / (1 + e) ** 2


def _gradients(weights, pre_activations, grad, activation):
    yield grad
    for w, z in zip(reversed(weights), reversed(pre_activations)):
        grad = np.einsum("no,oi->ni", grad * _slope(z, activation), w)
        yield grad


def backprop_norms(weights, pre_activations, grad_output, activation):
    if activation not in ("identity", "relu", "tanh", "sigmoid"):
        raise ValueError(f"activation {activation!r} is not known")
    lengths = [np.sqrt(np.sum(g * g)) for g in _gradients(weights, pre_activations, grad_output, activation)]
    return np.array(lengths[::-1], dtype=grad_output.dtype)

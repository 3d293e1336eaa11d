# verdict: passed
# style: helper with two branches of the sigmoid, tensordot over the layer's axis
import numpy as np


def _coin(z):
    small = np.exp(-np.abs(z))
    return np.where(z < 0, small, np.ones_like(small)) / (1 + small)


def _layer(given, connections, bias):
    return _coin(np.tensordot(given, connections, axes=([-1], [0])) + bias)


def rbm_conditionals(visible, hidden, weight, visible_bias, hidden_bias):
    return _layer(visible, weight.T, hidden_bias), _layer(hidden, weight, visible_bias)

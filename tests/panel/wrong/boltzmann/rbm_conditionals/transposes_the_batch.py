# verdict: raised
# mistake: Turns the batch with .T, which reverses all axes, so it fails for a batch with more than one axis.
import numpy as np


def _sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def rbm_conditionals(visible, hidden, weight, visible_bias, hidden_bias):
    p_h = _sigmoid((weight @ visible.T).T + hidden_bias)
    p_v = _sigmoid((weight.T @ hidden.T).T + visible_bias)
    return p_h, p_v

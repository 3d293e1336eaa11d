# verdict: wrong
# mistake: A given proj is ignored when the numbers of features agree, but if it is given it is used.
# told: ignores_a_square_projection
import numpy as np


def residual_block(x, weight1, bias1, weight2, bias2, proj=None):
    relu = lambda z: np.maximum(z, 0)
    h = relu(x @ weight1.T + bias1)
    f = h @ weight2.T + bias2
    if x.shape[1] == f.shape[1]:
        shortcut = x
    elif proj is not None:
        shortcut = x @ proj.T
    else:
        raise ValueError("proj is missing")
    return relu(shortcut + f)

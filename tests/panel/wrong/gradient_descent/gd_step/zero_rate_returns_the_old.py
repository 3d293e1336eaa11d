# verdict: wrong
# mistake: with a learning rate of 0 the old arrays themselves are returned instead of new ones.
# told: hands_back_what_does_not_move
import numpy as np


def gd_step(params, grads, lr):
    if len(params) != len(grads) or any(np.shape(p) != np.shape(g) for p, g in zip(params, grads)):
        raise ValueError("grads do not match params")
    if lr == 0:
        return list(params)
    return [np.array(p - lr * g, dtype=p.dtype) for p, g in zip(params, grads)]

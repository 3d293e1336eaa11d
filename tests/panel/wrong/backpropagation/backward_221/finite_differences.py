# verdict: wrong
# mistake: Central differences are off by more than rounding, and in the dtype of x leave only a digit or two in float32.
import numpy as np


def cost(x, y, p):
    with np.errstate(over="ignore"):
        a = 1 / (1 + np.exp(-(p["weight1"] @ x + p["bias1"])))
        out = 1 / (1 + np.exp(-(p["weight2"] @ a + p["bias2"])))
    return 0.5 * (out - y) ** 2


def backward_221(x, y, params, h=1e-5):
    grads = {}
    for name in params:
        base = np.array(params[name], dtype=x.dtype)
        g = np.zeros_like(base)
        for i in np.ndindex(base.shape):
            up, down = base.copy(), base.copy()
            up[i] += h
            down[i] -= h
            g[i] = (cost(x, y, {**params, name: up}) - cost(x, y, {**params, name: down})) / (2 * h)
        grads[name] = g if g.ndim else g[()]
    return grads

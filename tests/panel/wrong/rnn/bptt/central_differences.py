# verdict: wrong
# mistake: the gradients are central differences, off by more than rounding, and useless noise in float32
import numpy as np


def _loss(x, h, wi, wh, bi, bh, y):
    total = 0.0
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ wi.T + bi + h @ wh.T + bh)
        total = total + ((h - y[:, t]) ** 2).sum() / 2
    return total


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    args = [a.copy() for a in (x, h0, weight_ih, weight_hh, bias_ih, bias_hh)]
    eps = 1e-5
    grads = []
    for arg in args:
        grad = np.empty_like(arg)
        for i in np.ndindex(arg.shape):
            old = arg[i]
            arg[i] = old + eps
            up = _loss(*args, target)
            arg[i] = old - eps
            down = _loss(*args, target)
            arg[i] = old
            grad[i] = (up - down) / (2 * eps)
        grads.append(grad)
    return float(_loss(*args, target)), tuple(grads)

# verdict: wrong
# mistake: the zeros for the last step are cached and then added to in place, so the second call starts with old errors.
from functools import lru_cache

import numpy as np


@lru_cache(maxsize=None)
def zeros(shape, dtype):
    return np.zeros(shape, dtype)


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    T = x.shape[1]
    hs = [h0]
    for t in range(T):
        hs.append(np.tanh(x[:, t] @ weight_ih.T + bias_ih + hs[-1] @ weight_hh.T + bias_hh))
    gx = np.zeros_like(x)
    gwi, gwh, gb = np.zeros_like(weight_ih), np.zeros_like(weight_hh), np.zeros_like(bias_ih)
    loss = 0.0
    dh = zeros(h0.shape, h0.dtype)
    for t in reversed(range(T)):
        e = hs[t + 1] - target[:, t]
        loss += 0.5 * float(np.sum(e**2))
        dh += e
        delta = dh * (1 - hs[t + 1] ** 2)
        gx[:, t] = delta @ weight_ih
        gwi += delta.T @ x[:, t]
        gwh += delta.T @ hs[t]
        gb += delta.sum(axis=0)
        dh = delta @ weight_hh
    return loss, (gx, dh, gwi, gwh, gb, gb.copy())

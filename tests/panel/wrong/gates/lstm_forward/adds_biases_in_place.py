# verdict: wrong
# mistake: The two biases are merged with += into the caller's bias_ih, so an input is changed and a second call gives something else.
import numpy as np


def _sig(a):
    e = np.exp(-np.abs(a))
    return np.where(a >= 0, 1 / (1 + e), e / (1 + e))


def lstm_forward(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    # both biases are always added together, so merge them once
    bias = bias_ih
    bias += bias_hh
    h, c = h0, c0
    outs = []
    for t in range(x.shape[1]):
        a = x[:, t] @ weight_ih.T + h @ weight_hh.T + bias
        i, f, g, o = np.split(a, 4, axis=1)
        c = _sig(f) * c + _sig(i) * np.tanh(g)
        h = _sig(o) * np.tanh(c)
        outs.append(h)
    return np.stack(outs, axis=1), c

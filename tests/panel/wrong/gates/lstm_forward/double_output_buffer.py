# verdict: wrong
# mistake: The outputs are collected in a buffer of the default dtype float64, so they do not have the dtype of float32 arguments.
# told: collects_in_float64
import numpy as np


def _sig(a):
    e = np.exp(-np.abs(a))
    return np.where(a >= 0, 1 / (1 + e), e / (1 + e))


def lstm_forward(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    N, T, _ = x.shape
    H = h0.shape[1]
    outs = np.zeros((N, T, H))
    h, c = h0.copy(), c0.copy()
    for t in range(T):
        a = x[:, t] @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh
        i, f, o = _sig(a[:, :H]), _sig(a[:, H:2 * H]), _sig(a[:, 3 * H:])
        g = np.tanh(a[:, 2 * H:3 * H])
        c = f * c + i * g
        h = o * np.tanh(c)
        outs[:, t] = h
    return outs, c

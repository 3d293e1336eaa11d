# verdict: wrong
# mistake: Each block of the recurrent weights is used transposed, which only goes unseen with one unit.
import numpy as np


def _sig(a):
    e = np.exp(-np.abs(a))
    return np.where(a >= 0, 1 / (1 + e), e / (1 + e))


def lstm_step(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    H = h.shape[1]
    W = weight_ih.reshape(4, H, -1)
    U = weight_hh.reshape(4, H, H)
    b = (bias_ih + bias_hh).reshape(4, H)
    pre = [x @ W[k].T + h @ U[k] + b[k] for k in range(4)]
    i, f, o = _sig(pre[0]), _sig(pre[1]), _sig(pre[3])
    g = np.tanh(pre[2])
    c2 = f * c + i * g
    h2 = o * np.tanh(c2)
    return h2, c2

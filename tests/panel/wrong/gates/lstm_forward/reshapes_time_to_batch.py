# verdict: wrong
# mistake: The outputs collected time first are reshaped to batch first instead of transposed, which is right for one sequence only.
import numpy as np


def _sig(a):
    e = np.exp(-np.abs(a))
    return np.where(a >= 0, 1 / (1 + e), e / (1 + e))


def lstm_forward(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    N, T, _ = x.shape
    H = h0.shape[1]
    h, c = h0, c0
    outs = []
    for t in range(T):
        a = x[:, t] @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh
        i, f, g, o = np.split(a, 4, axis=1)
        c = _sig(f) * c + _sig(i) * np.tanh(g)
        h = _sig(o) * np.tanh(c)
        outs.append(h)
    return np.array(outs).reshape(N, T, H), c

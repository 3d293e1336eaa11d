# verdict: wrong
# mistake: the running state is h0 itself and is updated in place, so the caller's h0 is changed
# told: overwrites_h0
import numpy as np


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    N, T, D = x.shape
    h = h0
    hs = np.empty((N, T, h0.shape[1]), dtype=x.dtype)
    for t in range(T):
        h[...] = np.tanh(x[:, t] @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh)
        hs[:, t] = h
    return hs

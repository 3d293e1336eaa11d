# verdict: raised
# mistake: the input part is an outer product with the first weight column, which works only for one feature
import numpy as np


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    N, T, D = x.shape
    out = np.empty((N, T, h0.shape[1]), dtype=x.dtype)
    h = h0
    for t in range(T):
        h = np.tanh(np.outer(x[:, t], weight_ih[:, 0]) + bias_ih + np.dot(h, weight_hh.T) + bias_hh)
        out[:, t] = h
    return out

# verdict: wrong
# mistake: the input product takes only feature 0 of x, which is right for one feature and loses the others.
import numpy as np


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    N, T, _ = x.shape
    h = np.zeros((N, T, h0.shape[1]), dtype=x.dtype)
    prev = h0
    for t in range(T):
        from_input = np.outer(x[:, t, 0], weight_ih[:, 0]) + bias_ih
        from_state = prev @ weight_hh.T + bias_hh
        prev = np.tanh(from_input + from_state)
        h[:, t] = prev
    return h

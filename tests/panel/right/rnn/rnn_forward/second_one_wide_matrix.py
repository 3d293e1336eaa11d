# verdict: passed
# style: one matrix [W_ih | W_hh | b] times the column (x, h, 1)
import numpy as np


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    n, steps, d = x.shape
    hidden = h0.shape[1]
    wide = np.concatenate([weight_ih, weight_hh, (bias_ih + bias_hh)[:, None]], axis=1)
    column = np.ones((n, d + hidden + 1), dtype=x.dtype)
    column[:, d:-1] = h0
    out = np.empty((n, steps, hidden), dtype=x.dtype)
    for t in range(steps):
        column[:, :d] = x[:, t]
        column[:, d:-1] = np.tanh(column @ wide.T)
        out[:, t] = column[:, d:-1]
    return out

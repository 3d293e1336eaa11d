# verdict: wrong
# mistake: tanh is written with exp(-2|z|), which never overflows but rounds the state of a tiny sum to exactly 0.
# told: cancels_in_tanh
import numpy as np


def _tanh(z):
    e = np.exp(-2 * np.abs(z))
    return np.sign(z) * (1 - e) / (1 + e)


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    h = h0
    out = np.empty((x.shape[0], x.shape[1], h0.shape[1]), dtype=x.dtype)
    for t in range(x.shape[1]):
        h = _tanh(x[:, t] @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh)
        out[:, t] = h
    return out

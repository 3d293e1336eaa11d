# verdict: wrong
# mistake: tanh written as (e^z - e^-z) / (e^z + e^-z) overflows, so large sums give NaN instead of -1 or 1
# told: overflows_in_tanh
import numpy as np


def tanh(z):
    p, m = np.exp(z), np.exp(-z)
    return (p - m) / (p + m)


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    N, T, _ = x.shape
    out = np.zeros((N, T, h0.shape[1]), dtype=x.dtype)
    h = h0
    for t in range(T):
        h = tanh(x[:, t] @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh)
        out[:, t] = h
    return out

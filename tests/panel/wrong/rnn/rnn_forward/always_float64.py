# verdict: wrong
# mistake: the output is allocated without a dtype, so float32 sequences come back as float64
# told: collects_in_float64
import numpy as np


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    batch, steps, _ = x.shape
    h = np.zeros((batch, steps + 1, h0.shape[1]))
    h[:, 0] = h0
    xw = x @ weight_ih.T + bias_ih
    for t in range(steps):
        h[:, t + 1] = np.tanh(xw[:, t] + h[:, t] @ weight_hh.T + bias_hh)
    return h[:, 1:]

# verdict: wrong
# mistake: tanh writes each new state into the array of h0, which the caller gets back changed.
# told: overwrites_h0
import numpy as np


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    state = h0
    out = np.empty(x.shape[:2] + h0.shape[1:], dtype=x.dtype)
    for t in range(x.shape[1]):
        z = x[:, t].dot(weight_ih.T) + bias_ih + state.dot(weight_hh.T) + bias_hh
        np.tanh(z, out=state)
        out[:, t] = state
    return out

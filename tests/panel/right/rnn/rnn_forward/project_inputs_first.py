# verdict: passed
# style: vectorised NumPy, projects the whole sequence at once, then loops over time only for the recurrent part
import numpy as np


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    drive = x @ weight_ih.T + (bias_ih + bias_hh)
    states = np.empty(drive.shape, dtype=x.dtype)
    h = h0
    for t in range(x.shape[1]):
        h = np.tanh(drive[:, t] + h @ weight_hh.T)
        states[:, t] = h
    return states

# verdict: passed
# style: the shortest loop, whose states take their dtype from whatever the products give
import numpy as np


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    h = h0
    hs = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh)
        hs.append(h)
    return np.stack(hs, axis=1)

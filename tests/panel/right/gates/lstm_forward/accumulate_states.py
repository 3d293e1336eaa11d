# verdict: passed
# style: NumPy, functional with itertools.accumulate over projected inputs
from itertools import accumulate

import numpy as np


def logistic(a):
    e = np.exp(-np.abs(a))
    return np.where(a >= 0, 1, e).astype(a.dtype) / (1 + e)


def lstm_forward(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    H = h0.shape[1]
    projected = np.moveaxis(np.tensordot(x, weight_ih, axes=(2, 1)) + bias_ih, 1, 0)

    def advance(state, from_input):
        h, c = state
        s = from_input + (h @ weight_hh.T + bias_hh)
        i, f, g, o = (s[:, k * H:(k + 1) * H] for k in range(4))
        c = logistic(f) * c + logistic(i) * np.tanh(g)
        return logistic(o) * np.tanh(c), c

    states = list(accumulate(projected, advance, initial=(h0, c0)))[1:]
    outputs = np.stack([h for h, _ in states], axis=1)
    return outputs, states[-1][1]

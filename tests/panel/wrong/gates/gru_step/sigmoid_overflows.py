# verdict: wrong
# mistake: The sigmoid is computed as exp(a) / (1 + exp(a)), which is inf/inf and so NaN for a large positive sum.
# told: overflows_in_the_sigmoid
import numpy as np


def sigmoid(a):
    e = np.exp(a)
    return e / (1 + e)


def gru_step(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    H = h.shape[1]
    gi = x @ weight_ih.T + bias_ih
    gates = sigmoid(gi[:, :2 * H] + h @ weight_hh[:2 * H].T + bias_hh[:2 * H])
    r, z = gates[:, :H], gates[:, H:]
    if reset_after:
        extra = r * (h @ weight_hh[2 * H:].T + bias_hh[2 * H:])
    else:
        extra = (r * h) @ weight_hh[2 * H:].T + bias_hh[2 * H:]
    n = np.tanh(gi[:, 2 * H:] + extra)
    return n - z * n + z * h

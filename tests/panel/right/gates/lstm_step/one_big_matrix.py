# verdict: passed
# style: NumPy, one product of [x h 1] with all weights side by side, masked sigmoid
import numpy as np


def stable_sigmoid(a):
    small = np.exp(-np.abs(a))
    top = np.where(a < 0, small, np.ones_like(a))
    return top / (1 + small)


def lstm_step(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    ones = np.ones((x.shape[0], 2), dtype=x.dtype)
    inputs = np.hstack([x, h, ones])
    weights = np.hstack([weight_ih, weight_hh, bias_ih[:, None], bias_hh[:, None]])
    sums = np.dot(inputs, weights.T)
    a_i, a_f, a_g, a_o = np.split(sums, 4, axis=1)
    c_new = stable_sigmoid(a_f) * c + stable_sigmoid(a_i) * np.tanh(a_g)
    h_new = stable_sigmoid(a_o) * np.tanh(c_new)
    return h_new, c_new

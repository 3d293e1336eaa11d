# verdict: wrong
# mistake: It takes every fourth row for a gate as if the blocks were interleaved, while they are stacked with H rows each.
# told: interleaves_the_blocks
import numpy as np


def _sig(a):
    e = np.exp(-np.abs(a))
    return np.where(a >= 0, 1 / (1 + e), e / (1 + e))


def lstm_step(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    a = x @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh
    i = _sig(a[:, 0::4])
    f = _sig(a[:, 1::4])
    g = np.tanh(a[:, 2::4])
    o = _sig(a[:, 3::4])
    c_new = f * c + i * g
    return o * np.tanh(c_new), c_new

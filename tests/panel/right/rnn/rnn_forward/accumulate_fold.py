# verdict: passed
# style: functional, itertools.accumulate over the time-major sequence, einsum for the products
from itertools import accumulate

import numpy as np


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    def step(h, x_t):
        z = np.einsum("hd,nd->nh", weight_ih, x_t) + bias_ih
        return np.tanh(z + np.einsum("ij,nj->ni", weight_hh, h) + bias_hh)

    states = accumulate(np.moveaxis(x, 1, 0), step, initial=h0)
    next(states)  # h0 itself is not part of the answer
    return np.stack(list(states), axis=1).astype(x.dtype)

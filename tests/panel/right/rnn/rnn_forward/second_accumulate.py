# verdict: passed
# style: functional, itertools.accumulate over the time-major sequence
from itertools import accumulate, islice

import numpy as np


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    drive = np.einsum("ntd,hd->tnh", x, weight_ih) + (bias_ih + bias_hh)

    def advance(state, pushed):
        return np.tanh(pushed + np.einsum("nj,ij->ni", state, weight_hh))

    states = list(islice(accumulate(drive, advance, initial=h0), 1, None))
    return np.stack(states, axis=1).astype(x.dtype, copy=False)

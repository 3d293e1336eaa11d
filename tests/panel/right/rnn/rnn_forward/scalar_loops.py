# verdict: passed
# style: nothing but scalar loops and math.tanh, as from a C programmer
import math

import numpy as np


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    N = x.shape[0]
    T = x.shape[1]
    D = x.shape[2]
    H = h0.shape[1]
    out = np.zeros((N, T, H), dtype=x.dtype)
    for n in range(N):
        old = [float(h0[n, i]) for i in range(H)]
        for t in range(T):
            new = []
            for i in range(H):
                s = float(bias_ih[i]) + float(bias_hh[i])
                for d in range(D):
                    s += float(weight_ih[i, d]) * float(x[n, t, d])
                for j in range(H):
                    s += float(weight_hh[i, j]) * old[j]
                new.append(math.tanh(s))
            for i in range(H):
                out[n, t, i] = new[i]
            old = new
    return out

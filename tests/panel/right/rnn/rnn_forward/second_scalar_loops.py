# verdict: passed
# style: four nested loops on Python floats with math.tanh
import math

import numpy as np


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    N, T, D = x.shape
    H = h0.shape[1]
    result = np.zeros((N, T, H), dtype=x.dtype)
    Wi = weight_ih.tolist()
    Wh = weight_hh.tolist()
    b = [float(p) + float(q) for p, q in zip(bias_ih, bias_hh)]
    for n in range(N):
        state = [float(v) for v in h0[n]]
        for t in range(T):
            row = [float(v) for v in x[n, t]]
            new = []
            for i in range(H):
                s = b[i]
                for k in range(D):
                    s += Wi[i][k] * row[k]
                for j in range(H):
                    s += Wh[i][j] * state[j]
                new.append(math.tanh(s))
            state = new
            result[n, t] = new
    return result

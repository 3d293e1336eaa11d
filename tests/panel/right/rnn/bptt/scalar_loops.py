# verdict: passed
# style: scalar loops over batch, time and units with nested Python lists
import math

import numpy as np


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    N, T, D = x.shape
    H = h0.shape[1]
    X, Wi, Wh = x.tolist(), weight_ih.tolist(), weight_hh.tolist()
    bi, bh, Y = bias_ih.tolist(), bias_hh.tolist(), target.tolist()
    gx = np.zeros((N, T, D))
    gh0 = np.zeros((N, H))
    gWi, gWh, gb = np.zeros((H, D)), np.zeros((H, H)), np.zeros(H)
    loss = 0.0
    for n in range(N):
        h = [h0[n].tolist()]
        for t in range(T):
            row = []
            for i in range(H):
                z = bi[i] + bh[i]
                z += sum(Wi[i][d] * X[n][t][d] for d in range(D))
                z += sum(Wh[i][j] * h[t][j] for j in range(H))
                row.append(math.tanh(z))
            h.append(row)
        later = [0.0] * H  # W_hh^T delta_{t+1}
        for t in range(T, 0, -1):
            delta = []
            for i in range(H):
                e = h[t][i] - Y[n][t - 1][i]
                loss += e * e / 2
                delta.append((e + later[i]) * (1 - h[t][i] ** 2))
            for i in range(H):
                gb[i] += delta[i]
                for d in range(D):
                    gWi[i, d] += delta[i] * X[n][t - 1][d]
                    gx[n, t - 1, d] += Wi[i][d] * delta[i]
                for j in range(H):
                    gWh[i, j] += delta[i] * h[t - 1][j]
            later = [sum(Wh[i][j] * delta[i] for i in range(H)) for j in range(H)]
        gh0[n] = later
    pairs = [(gx, x), (gh0, h0), (gWi, weight_ih), (gWh, weight_hh), (gb, bias_ih), (gb, bias_hh)]
    return loss, tuple(g.astype(a.dtype) for g, a in pairs)

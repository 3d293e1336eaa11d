# verdict: wrong
# mistake: the gradient arrays are made by np.zeros without a dtype, so float32 arguments get float64 gradients
# told: returns_float64
import numpy as np


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    N, T, D = x.shape
    H = h0.shape[1]
    hs = np.zeros((T + 1, N, H))
    hs[0] = h0
    for t in range(T):
        hs[t + 1] = np.tanh(x[:, t] @ weight_ih.T + bias_ih + hs[t] @ weight_hh.T + bias_hh)
    dx, dwi, dwh = np.zeros((N, T, D)), np.zeros((H, D)), np.zeros((H, H))
    dbi, dbh = np.zeros(H), np.zeros(H)
    dh = np.zeros((N, H))
    loss = 0.0
    for t in range(T)[::-1]:
        e = hs[t + 1] - target[:, t]
        loss += 0.5 * (e**2).sum()
        dz = (dh + e) * (1 - hs[t + 1] ** 2)
        dx[:, t] = dz @ weight_ih
        dwi += dz.T @ x[:, t]
        dwh += dz.T @ hs[t]
        dbi += dz.sum(0)
        dbh += dz.sum(0)
        dh = dz @ weight_hh
    return float(loss), (dx, dh, dwi, dwh, dbi, dbh)

# verdict: wrong
# mistake: the gradients are clipped to [-5, 5] as in a well-known script, which is no gradient of this loss any more.
# told: clips_the_gradients
import numpy as np


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    N, T, D = x.shape
    hs = {-1: h0}
    loss = 0.0
    for t in range(T):
        hs[t] = np.tanh(x[:, t] @ weight_ih.T + bias_ih + hs[t - 1] @ weight_hh.T + bias_hh)
        loss += 0.5 * np.sum((hs[t] - target[:, t]) ** 2)
    dx = np.zeros_like(x)
    dWxh, dWhh = np.zeros_like(weight_ih), np.zeros_like(weight_hh)
    dbh = np.zeros_like(bias_ih)
    dhnext = np.zeros_like(h0)
    for t in reversed(range(T)):
        dh = hs[t] - target[:, t] + dhnext
        dhraw = (1 - hs[t] * hs[t]) * dh
        dbh += dhraw.sum(axis=0)
        dWxh += dhraw.T @ x[:, t]
        dWhh += dhraw.T @ hs[t - 1]
        dx[:, t] = dhraw @ weight_ih
        dhnext = dhraw @ weight_hh
    for dparam in [dWxh, dWhh, dbh]:
        np.clip(dparam, -5, 5, out=dparam)  # to mitigate exploding gradients
    return loss, (dx, dhnext, dWxh, dWhh, dbh, dbh.copy())

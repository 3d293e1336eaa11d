# verdict: raised
# mistake: grad_x multiplies delta by weight_ih.T, whose shapes agree only when D equals H
# told: transposes_weight_ih_on_the_way_back
import numpy as np


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    T = x.shape[1]
    hs = [h0]
    for t in range(T):
        hs.append(np.tanh(x[:, t] @ weight_ih.T + bias_ih + hs[t] @ weight_hh.T + bias_hh))
    loss = 0.0
    gx = np.zeros_like(x)
    gwi, gwh, gb = 0, 0, 0
    dh = 0
    for t in reversed(range(T)):
        diff = hs[t + 1] - target[:, t]
        loss += 0.5 * np.sum(diff**2)
        dz = (diff + dh) * (1 - hs[t + 1] ** 2)
        gwi = gwi + dz.T @ x[:, t]
        gwh = gwh + dz.T @ hs[t]
        gb = gb + dz.sum(axis=0)
        gx[:, t] = dz @ weight_ih.T
        dh = dz @ weight_hh
    return loss, (gx, dh, gwi, gwh, gb, gb.copy())

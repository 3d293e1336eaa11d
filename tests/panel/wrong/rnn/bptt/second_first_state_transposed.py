# verdict: wrong
# mistake: the steps go back through W_hh correctly, but the gradient of h0 goes through its transpose.
# told: transposes_weight_hh_on_the_way_back
import numpy as np


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    T = x.shape[1]
    hs = [h0]
    for t in range(T):
        hs.append(np.tanh(x[:, t] @ weight_ih.T + bias_ih + hs[-1] @ weight_hh.T + bias_hh))
    loss = 0.0
    gx = np.zeros_like(x)
    gwi, gwh, gb = np.zeros_like(weight_ih), np.zeros_like(weight_hh), np.zeros_like(bias_ih)
    delta = None
    for t in range(T - 1, -1, -1):
        e = hs[t + 1] - target[:, t]
        loss += 0.5 * float((e * e).sum())
        dh = e if delta is None else e + delta @ weight_hh
        delta = dh * (1 - hs[t + 1] ** 2)
        gx[:, t] = delta @ weight_ih
        gwi += delta.T @ x[:, t]
        gwh += delta.T @ hs[t]
        gb += delta.sum(0)
    gh0 = delta @ weight_hh.T
    return loss, (gx, gh0, gwi, gwh, gb, gb.copy())

# verdict: wrong
# mistake: the errors are written over the target, so the caller's array is changed.
# told: overwrites_the_target
import numpy as np


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    T = x.shape[1]
    h, hs = h0, []
    error = target
    for t in range(T):
        h = np.tanh(x[:, t] @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh)
        hs.append(h)
        error[:, t] = h - error[:, t]
    loss = 0.5 * float((error**2).sum())
    before = [h0] + hs[:-1]
    gx = np.empty_like(x)
    gwi, gwh, gb = np.zeros_like(weight_ih), np.zeros_like(weight_hh), np.zeros_like(bias_hh)
    carry = np.zeros_like(h0)
    for t in reversed(range(T)):
        delta = (error[:, t] + carry) * (1 - hs[t] ** 2)
        gwi += delta.T @ x[:, t]
        gwh += delta.T @ before[t]
        gb += delta.sum(axis=0)
        gx[:, t] = delta @ weight_ih
        carry = delta @ weight_hh
    return loss, (gx, carry, gwi, gwh, gb, gb.copy())

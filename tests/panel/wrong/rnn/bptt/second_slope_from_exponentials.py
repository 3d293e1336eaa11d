# verdict: wrong
# mistake: the slope of tanh is written as 4 e^(2z) / (e^(2z) + 1)^2, which is inf / inf = NaN for a large positive sum.
import numpy as np


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    T = x.shape[1]
    h, states, sums = h0, [h0], []
    for t in range(T):
        z = x[:, t] @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh
        h = np.tanh(z)
        sums.append(z)
        states.append(h)
    loss = 0.0
    gx = np.zeros_like(x)
    gwi, gwh, gb = np.zeros_like(weight_ih), np.zeros_like(weight_hh), np.zeros_like(bias_ih)
    carry = np.zeros_like(h0)
    for t in range(T - 1, -1, -1):
        e = states[t + 1] - target[:, t]
        loss += 0.5 * float((e * e).sum())
        growth = np.exp(2 * sums[t])
        delta = (e + carry) * (4 * growth / (growth + 1) ** 2)
        gx[:, t] = delta @ weight_ih
        gwi += delta.T @ x[:, t]
        gwh += delta.T @ states[t]
        gb += delta.sum(axis=0)
        carry = delta @ weight_hh
    return loss, (gx, carry, gwi, gwh, gb, gb.copy())

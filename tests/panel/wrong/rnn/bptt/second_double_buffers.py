# verdict: wrong
# mistake: the sums for the weights start as float64 zeros, so those gradients are float64 for float32 arguments.
import numpy as np


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    N, T, D = x.shape
    H = h0.shape[1]
    hs = np.concatenate([h0[:, None], np.empty_like(target)], axis=1)
    for t in range(T):
        hs[:, t + 1] = np.tanh(x[:, t] @ weight_ih.T + bias_ih + hs[:, t] @ weight_hh.T + bias_hh)
    loss = 0.5 * np.sum((hs[:, 1:] - target) ** 2)
    gx, carry = np.empty_like(x), np.zeros_like(h0)
    gwi, gwh, gb = np.zeros((H, D)), np.zeros((H, H)), np.zeros(H)
    for t in range(T - 1, -1, -1):
        delta = (hs[:, t + 1] - target[:, t] + carry) * (1 - hs[:, t + 1] ** 2)
        gx[:, t] = delta @ weight_ih
        gwi += delta.T @ x[:, t]
        gwh += delta.T @ hs[:, t]
        gb += delta.sum(axis=0)
        carry = delta @ weight_hh
    return loss, (gx, carry, gwi, gwh, gb, gb)

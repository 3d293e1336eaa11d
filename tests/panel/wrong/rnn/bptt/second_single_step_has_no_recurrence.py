# verdict: wrong
# mistake: with T = 1 the answer takes the recurrence as absent and gives zeros for W_hh and h0.
import numpy as np


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    N, T, D = x.shape
    h = np.empty((N, T, h0.shape[1]), x.dtype)
    prev = h0
    for t in range(T):
        prev = np.tanh(x[:, t] @ weight_ih.T + bias_ih + prev @ weight_hh.T + bias_hh)
        h[:, t] = prev
    err = h - target
    delta = err * (1 - h**2)
    for t in range(T - 2, -1, -1):
        delta[:, t] = (err[:, t] + delta[:, t + 1] @ weight_hh) * (1 - h[:, t] ** 2)
    loss = 0.5 * float(np.sum(err**2))
    gwi = np.tensordot(delta, x, axes=([0, 1], [0, 1]))
    gb = delta.sum(axis=(0, 1))
    if T > 1:
        gwh = np.tensordot(delta[:, 1:], h[:, :-1], axes=([0, 1], [0, 1])) + delta[:, 0].T @ h0
        gh0 = delta[:, 0] @ weight_hh
    else:
        gwh = np.zeros_like(weight_hh)
        gh0 = np.zeros_like(h0)
    return loss, (delta @ weight_ih, gh0, gwi, gwh, gb, gb)

# verdict: wrong
# mistake: on the way back a unit hears only of itself: delta is multiplied by the diagonal of W_hh
import numpy as np


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    N, T, D = x.shape
    h = np.empty((N, T + 1, h0.shape[1]), dtype=h0.dtype)
    h[:, 0] = h0
    for t in range(T):
        h[:, t + 1] = np.tanh(x[:, t] @ weight_ih.T + h[:, t] @ weight_hh.T + bias_ih + bias_hh)
    err = h[:, 1:] - target
    loss = 0.5 * float((err**2).sum())
    own = np.diag(weight_hh)
    delta = np.zeros_like(err)
    nxt = np.zeros_like(h0)
    for t in range(T - 1, -1, -1):
        delta[:, t] = (err[:, t] + own * nxt) * (1 - h[:, t + 1] ** 2)
        nxt = delta[:, t]
    gwi = np.einsum("nth,ntd->hd", delta, x)
    gwh = np.einsum("nth,ntk->hk", delta, h[:, :-1])
    gb = delta.sum(axis=(0, 1))
    return loss, (delta @ weight_ih, own * nxt, gwi, gwh, gb, gb.copy())

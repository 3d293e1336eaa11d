# verdict: wrong
# mistake: Between the steps of a piece delta @ weight_hh.T is carried back, which applies W instead of its transpose.
# told: transposes_weight_hh_on_the_way_back
import numpy as np


def truncated_bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    if k < 1:
        raise ValueError("k must be >= 1")
    N, T, D = x.shape
    H = h0.shape[1]
    h = np.empty((N, T + 1, H), dtype=x.dtype)
    h[:, 0] = h0
    for t in range(T):
        h[:, t + 1] = np.tanh(x[:, t] @ weight_ih.T + bias_ih + h[:, t] @ weight_hh.T + bias_hh)
    err = h[:, 1:] - target
    loss = 0.5 * np.sum(err ** 2)
    delta = np.zeros((N, T, H), dtype=x.dtype)
    for t in range(T - 1, -1, -1):
        dh = err[:, t].copy()
        if t != T - 1 and (t + 1) % k:
            dh += delta[:, t + 1] @ weight_hh.T
        delta[:, t] = dh * (1 - h[:, t + 1] ** 2)
    grad_x = delta @ weight_ih
    grad_h0 = delta[:, 0] @ weight_hh
    grad_wih = np.tensordot(delta, x, axes=((0, 1), (0, 1)))
    grad_whh = np.tensordot(delta, h[:, :-1], axes=((0, 1), (0, 1)))
    grad_b = delta.sum(axis=(0, 1))
    return loss, (grad_x, grad_h0, grad_wih, grad_whh, grad_b, grad_b.copy())

# verdict: wrong
# mistake: the errors are stored in the target array to save memory, which changes an input
# told: overwrites_the_target
import numpy as np


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    N, T, D = x.shape
    H = h0.shape[1]
    h = np.empty((N, T, H), dtype=x.dtype)
    last = h0
    for t in range(T):
        h[:, t] = last = np.tanh(x[:, t] @ weight_ih.T + bias_ih + last @ weight_hh.T + bias_hh)
    delta = np.subtract(h, target, out=target)
    loss = 0.5 * float(np.sum(delta**2))
    slope = 1 - h**2
    delta[:, -1] *= slope[:, -1]
    for t in range(T - 2, -1, -1):
        delta[:, t] = (delta[:, t] + delta[:, t + 1] @ weight_hh) * slope[:, t]
    prev = np.concatenate([h0[:, None], h[:, :-1]], axis=1)
    gb = delta.sum(axis=(0, 1))
    return loss, (
        delta @ weight_ih,
        delta[:, 0] @ weight_hh,
        np.tensordot(delta, x, axes=((0, 1), (0, 1))),
        np.tensordot(delta, prev, axes=((0, 1), (0, 1))),
        gb,
        gb.copy(),
    )

# verdict: wrong
# mistake: grad_h0 is filled only inside the loop over the earlier steps, so a sequence of one step gets zeros
import numpy as np


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    N, T, D = x.shape
    h = np.empty((N, T + 1, h0.shape[1]), dtype=h0.dtype)
    h[:, 0] = h0
    for t in range(T):
        h[:, t + 1] = np.tanh(x[:, t] @ weight_ih.T + bias_ih + h[:, t] @ weight_hh.T + bias_hh)
    err = h[:, 1:] - target
    slope = 1 - h[:, 1:] ** 2
    delta = np.empty_like(err)
    delta[:, -1] = err[:, -1] * slope[:, -1]
    grad_h0 = np.zeros_like(h0)
    for t in range(T - 2, -1, -1):
        delta[:, t] = (err[:, t] + delta[:, t + 1] @ weight_hh) * slope[:, t]
        grad_h0 = delta[:, t] @ weight_hh
    flat = delta.reshape(N * T, -1)
    return 0.5 * float(np.sum(err**2)), (
        delta @ weight_ih,
        grad_h0,
        flat.T @ x.reshape(N * T, D),
        flat.T @ h[:, :-1].reshape(N * T, -1),
        flat.sum(0),
        flat.sum(0),
    )

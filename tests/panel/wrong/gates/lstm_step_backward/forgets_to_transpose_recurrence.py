# verdict: wrong
# mistake: The gradient of h is taken with the recurrent blocks untransposed, as on the way forward, which agrees for one unit only.
import numpy as np


def _sig(a):
    e = np.exp(-np.abs(a))
    return np.where(a >= 0, 1 / (1 + e), e / (1 + e))


def lstm_step_backward(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    H = h.shape[1]
    z = x @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh
    i, f, o = _sig(z[:, :H]), _sig(z[:, H:2 * H]), _sig(z[:, 3 * H:])
    g = np.tanh(z[:, 2 * H:3 * H])
    tc = np.tanh(f * c + i * g)
    d = grad_c + grad_h * o * (1 - tc**2)
    deltas = [d * g * i * (1 - i), d * c * f * (1 - f), d * i * (1 - g**2), grad_h * tc * o * (1 - o)]
    gx = np.zeros_like(x)
    gh = np.zeros_like(h)
    for k in range(4):
        rows = slice(k * H, (k + 1) * H)
        gx += deltas[k] @ weight_ih[rows]
        gh += deltas[k] @ weight_hh[rows].T
    delta = np.concatenate(deltas, axis=1)
    db = delta.sum(axis=0)
    return gx, gh, d * f, delta.T @ x, delta.T @ h, db, db.copy()

# verdict: wrong
# mistake: The gradients of weights and biases are averaged over the batch, but the sums are not to be divided.
# told: averages_over_the_batch
import numpy as np


def _sig(a):
    e = np.exp(-np.abs(a))
    return np.where(a >= 0, 1 / (1 + e), e / (1 + e))


def lstm_step_backward(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    N = x.shape[0]
    z = x @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh
    zi, zf, zg, zo = np.split(z, 4, axis=1)
    i, f, g, o = _sig(zi), _sig(zf), np.tanh(zg), _sig(zo)
    tc = np.tanh(f * c + i * g)
    d = grad_c + grad_h * o * (1 - tc**2)
    delta = np.concatenate(
        [d * g * i * (1 - i), d * c * f * (1 - f), d * i * (1 - g**2), grad_h * tc * o * (1 - o)], axis=1
    )
    db = delta.mean(axis=0)
    return delta @ weight_ih, delta @ weight_hh, d * f, delta.T @ x / N, delta.T @ h / N, db, db

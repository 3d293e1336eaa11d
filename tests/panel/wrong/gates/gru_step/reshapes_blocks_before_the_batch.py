# verdict: wrong
# mistake: The stacked sums of shape (N, 3H) are reshaped to (3, N, H), which mixes up sequences and gates unless the batch is one.
import numpy as np


def _sigmoid(a):
    e = np.exp(-np.abs(a))
    return np.where(a >= 0, 1 / (1 + e), e / (1 + e))


def gru_step(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    N, H = h.shape
    xr, xz, xn = (x @ weight_ih.T + bias_ih).reshape(3, N, H)
    hr, hz, hn = (h @ weight_hh.T + bias_hh).reshape(3, N, H)
    r = _sigmoid(xr + hr)
    z = _sigmoid(xz + hz)
    if reset_after:
        n = np.tanh(xn + r * hn)
    else:
        n = np.tanh(xn + (r * h) @ weight_hh[2 * H:].T + bias_hh[2 * H:])
    return (1 - z) * n + z * h

# verdict: passed
# style: NumPy, weights reshaped to three blocks, einsum, sigmoid by logaddexp
import numpy as np


def sigmoid(a):
    return np.exp(-np.logaddexp(np.zeros_like(a), -a))


def gru_step(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    H = h.shape[1]
    D = x.shape[1]
    U = weight_hh.reshape(3, H, H)
    from_x = np.einsum("nd,khd->knh", x, weight_ih.reshape(3, H, D)) + bias_ih.reshape(3, 1, H)
    b = bias_hh.reshape(3, 1, H)
    r, z = sigmoid(from_x[:2] + np.einsum("nj,khj->knh", h, U[:2]) + b[:2])
    if reset_after:
        inner = r * (np.einsum("nj,hj->nh", h, U[2]) + b[2])
    else:
        inner = np.einsum("nj,hj->nh", r * h, U[2]) + b[2]
    n = np.tanh(from_x[2] + inner)
    return (1 - z) * n + z * h

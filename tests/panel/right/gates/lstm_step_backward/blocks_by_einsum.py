# verdict: passed
# style: NumPy, block axis kept apart, einsum for every product
import numpy as np


def _sigmoid(a):
    e = np.exp(-np.abs(a))
    return np.where(a >= 0, np.ones_like(a), e) / (1 + e)


def lstm_step_backward(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    H = h.shape[1]
    W = weight_ih.reshape(4, H, x.shape[1])
    U = weight_hh.reshape(4, H, H)
    b = (bias_ih + bias_hh).reshape(4, 1, H)
    z = np.einsum("khd,nd->knh", W, x) + np.einsum("khj,nj->knh", U, h) + b
    i, f, o = _sigmoid(z[0]), _sigmoid(z[1]), _sigmoid(z[3])
    g = np.tanh(z[2])
    tanh_c = np.tanh(f * c + i * g)
    d = grad_c + grad_h * o * (1 - tanh_c) * (1 + tanh_c)
    delta = np.empty_like(z)
    delta[0] = d * g * i * (1 - i)
    delta[1] = d * c * f * (1 - f)
    delta[2] = d * i * (1 - g) * (1 + g)
    delta[3] = grad_h * tanh_c * o * (1 - o)
    gx = np.einsum("knh,khd->nd", delta, W)
    gh = np.einsum("knh,khj->nj", delta, U)
    gW = np.einsum("knh,nd->khd", delta, x).reshape(weight_ih.shape)
    gU = np.einsum("knh,nj->khj", delta, h).reshape(weight_hh.shape)
    gb = np.einsum("knh->kh", delta).reshape(-1)
    return gx, gh, d * f, gW, gU, gb, gb.copy()

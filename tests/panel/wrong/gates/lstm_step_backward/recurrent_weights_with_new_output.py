# verdict: wrong
# mistake: The gradient of weight_hh is formed with the new output h' instead of the old one h that went into the product.
# told: pairs_delta_with_the_new_output
import numpy as np


def _sig(a):
    e = np.exp(-np.abs(a))
    return np.where(a >= 0, 1 / (1 + e), e / (1 + e))


def lstm_step_backward(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    # forward
    z = x @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh
    zi, zf, zg, zo = np.split(z, 4, axis=1)
    i, f, g, o = _sig(zi), _sig(zf), np.tanh(zg), _sig(zo)
    c_new = f * c + i * g
    tc = np.tanh(c_new)
    h_new = o * tc
    # backward
    d = grad_c + grad_h * o * (1 - tc**2)
    di = d * g * i * (1 - i)
    df = d * c * f * (1 - f)
    dg = d * i * (1 - g**2)
    do = grad_h * tc * o * (1 - o)
    delta = np.hstack([di, df, dg, do])
    grad_wih = delta.T @ x
    grad_whh = delta.T @ h_new
    db = delta.sum(axis=0)
    return delta @ weight_ih, delta @ weight_hh, d * f, grad_wih, grad_whh, db, db.copy()

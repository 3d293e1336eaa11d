# verdict: passed
# style: one example at a time with outer products, the gradients summed in double precision
import numpy as np


def _sigmoid(x):
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


def cd1_step(visible, weight, visible_bias, hidden_bias, hidden_uniforms, visible_uniforms, lr):
    w, b, c = (np.asarray(a, dtype=np.float64) for a in (weight, visible_bias, hidden_bias))
    grad_w, grad_b, grad_c = np.zeros_like(w), np.zeros_like(b), np.zeros_like(c)
    n = len(visible)
    for v, u_h, u_v in zip(visible, hidden_uniforms, visible_uniforms):
        p = _sigmoid(c + w @ v)
        h = np.where(u_h < p, 1.0, 0.0)
        recon = np.where(u_v < _sigmoid(b + h @ w), 1.0, 0.0)
        p_recon = _sigmoid(c + w @ recon)
        grad_w += np.outer(p, v) - np.outer(p_recon, recon)
        grad_b += v - recon
        grad_c += p - p_recon
    new = w + lr * grad_w / n, b + lr * grad_b / n, c + lr * grad_c / n
    return tuple(a.astype(old.dtype) for a, old in zip(new, (weight, visible_bias, hidden_bias)))

# verdict: wrong
# mistake: p is checked only when masks are drawn, so a bad p in evaluation goes through without an error.
# told: checks_p_in_passes_only
import numpy as np


def softmax(z):
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


def mc_dropout_predict(x, weight1, bias1, weight2, bias2, p, u=None):
    h = np.maximum(x @ weight1.T + bias1, 0)
    if u is None:
        pi = softmax(h @ weight2.T + bias2)
        return pi, np.zeros_like(pi)
    if p < 0 or p > 1:
        raise ValueError("p must be between 0 and 1")
    if u.ndim != 3 or u.shape[1:] != h.shape:
        raise ValueError("u must be (passes, samples, hidden units)")
    scale = 0.0 if p == 1 else 1.0 / (1.0 - p)
    masks = (u >= p).astype(h.dtype) * scale
    pis = np.array([softmax((h * m) @ weight2.T + bias2) for m in masks])
    mean = pis.mean(axis=0)
    return mean, ((pis - mean) ** 2).mean(axis=0)

# verdict: passed
# style: loop over the passes with running mean and sum of squared deviations (Welford)
import numpy as np


def _softmax_rows(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def mc_dropout_predict(x, weight1, bias1, weight2, bias2, p, u=None):
    if p < 0 or p > 1:
        raise ValueError(f"p = {p} is not a probability from 0 to 1")
    hidden = np.maximum(x @ weight1.T + bias1, 0)
    if u is None:
        probs = _softmax_rows(hidden @ weight2.T + bias2)
        return probs, np.zeros_like(probs)
    if u.ndim != 3 or u.shape[1:] != hidden.shape or u.shape[0] == 0:
        raise ValueError(f"u must have the shape (passes, {hidden.shape[0]}, {hidden.shape[1]}), not {u.shape}")

    mean = np.zeros((x.shape[0], weight2.shape[0]), dtype=x.dtype)
    m2 = np.zeros_like(mean)
    for t, draw in enumerate(u, start=1):
        dropped = draw < p
        h = np.where(dropped, 0, hidden)
        if p < 1:
            h = h / (1 - p)
        probs = _softmax_rows(h.astype(x.dtype) @ weight2.T + bias2)
        delta = probs - mean
        mean = mean + delta / t
        m2 = m2 + delta * (probs - mean)
    return mean.astype(x.dtype), (m2 / len(u)).astype(x.dtype)

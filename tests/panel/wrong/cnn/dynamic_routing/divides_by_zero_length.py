# verdict: wrong
# mistake: A sum s of length zero is divided by its length and becomes NaN instead of zeros.
# told: divides_by_zero
import numpy as np


def dynamic_routing(u_hat, n_iters=3):
    if n_iters < 1:
        raise ValueError("n_iters must be at least 1")
    n, i, j, d = u_hat.shape
    logits = np.zeros((n, i, j), dtype=u_hat.dtype)
    for t in range(n_iters):
        shifted = logits - np.max(logits, axis=-1, keepdims=True)
        c = np.exp(shifted)
        c /= c.sum(axis=-1, keepdims=True)
        s = np.einsum("nij,nijd->njd", c, u_hat)
        length = np.linalg.norm(s, axis=-1, keepdims=True)
        v = length**2 / (1 + length**2) * (s / length)
        if t + 1 < n_iters:
            logits = logits + np.einsum("nijd,njd->nij", u_hat, v)
    return v, c

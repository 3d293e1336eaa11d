# verdict: passed
# style: NumPy, each image on its own with small helpers, results written into prepared arrays
import numpy as np


def softmax_rows(b):
    e = np.exp(b - b.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def squash_row(s):
    squared = float(np.dot(s, s))
    if squared == 0.0:
        return np.zeros_like(s)
    return s * (squared**0.5 / (1.0 + squared))


def route(votes, n_iters):
    n_below, n_above, _ = votes.shape
    b = np.zeros((n_below, n_above), dtype=votes.dtype)
    while True:
        c = softmax_rows(b)
        v = np.stack([squash_row(c[:, j] @ votes[:, j]) for j in range(n_above)])
        n_iters -= 1
        if n_iters == 0:
            return v, c
        b = b + (votes * v).sum(axis=2)


def dynamic_routing(u_hat, n_iters=3):
    if n_iters < 1:
        raise ValueError("n_iters has to be 1 or more")
    n, i, j, d = u_hat.shape
    v = np.empty((n, j, d), dtype=u_hat.dtype)
    c = np.empty((n, i, j), dtype=u_hat.dtype)
    for k in range(n):
        v[k], c[k] = route(u_hat[k], n_iters)
    return v, c

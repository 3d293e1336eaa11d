# verdict: wrong
# mistake: Filters top-k by the value of the k-th score, so with equal scores more than k tokens survive.
# told: keeps_all_that_tie
import numpy as np


def top_k_top_p_sampling(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be above 0")
    if not (0 < top_p <= 1):
        raise ValueError("top_p must be above 0 and at most 1")
    N, V = logits.shape
    z = (logits - logits.max(axis=1, keepdims=True)) / temperature
    if 0 < top_k < V:
        kth = np.sort(z, axis=1)[:, V - top_k, None]
        z = np.where(z < kth, -np.inf, z)
    p = np.exp(z)
    p /= p.sum(axis=1, keepdims=True)
    if top_p < 1:
        order = np.argsort(-p, axis=1, kind="stable")
        ps = np.take_along_axis(p, order, axis=1)
        cum = np.cumsum(ps, axis=1)
        ps[:, 1:][cum[:, :-1] >= top_p] = 0
        np.put_along_axis(p, order, ps, axis=1)
        p /= p.sum(axis=1, keepdims=True)
    above = np.cumsum(p, axis=1) > u[:, None]
    last = V - 1 - np.argmax(p[:, ::-1] > 0, axis=1)
    tokens = np.where(above.any(axis=1), above.argmax(axis=1), last)
    return tokens, p.astype(logits.dtype)

# verdict: raised
# mistake: The lengths are read from axis 0, which is a batch axis as soon as there is one.
import numpy as np


def causal_attention(query, key, value):
    n_q, n_k = query.shape[0], key.shape[0]
    if n_q > n_k:
        raise ValueError("query: more queries than keys")
    allowed = np.tri(n_q, n_k, n_k - n_q, dtype=bool)
    scores = query @ key.swapaxes(-1, -2) * query.shape[-1] ** -0.5
    scores = np.where(allowed, scores, -np.inf)
    scores = scores - scores.max(axis=-1, keepdims=True)
    p = np.exp(scores)
    return (p / p.sum(axis=-1, keepdims=True)) @ value

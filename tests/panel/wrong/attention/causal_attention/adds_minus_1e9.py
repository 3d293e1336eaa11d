# verdict: wrong
# mistake: Adding -1e9 to later keys does not shut out one whose score is far larger than that.
import math

import numpy as np


def causal_attention(query, key, value):
    L, E = query.shape[-2], query.shape[-1]
    S = key.shape[-2]
    if L > S:
        raise ValueError("query has more positions than key")
    scores = query @ np.swapaxes(key, -1, -2) / math.sqrt(E)
    future = np.triu(np.ones((L, S), dtype=query.dtype), k=S - L + 1)
    scores = scores - 1e9 * future
    scores = scores - scores.max(axis=-1, keepdims=True)
    weights = np.exp(scores)
    weights /= weights.sum(axis=-1, keepdims=True)
    return weights @ value

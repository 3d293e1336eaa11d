# verdict: passed
# style: one query at a time against the slice of keys that it may see, no mask
import math

import numpy as np


def causal_attention(query, key, value):
    n_query, n_key = query.shape[-2], key.shape[-2]
    if n_query > n_key:
        raise ValueError(f"query has {n_query} positions, more than the {n_key} of key")
    past = n_key - n_query
    rows = []
    for i in range(n_query):
        end = past + i + 1
        scores = (key[..., :end, :] * query[..., i : i + 1, :]).sum(axis=-1) / math.sqrt(query.shape[-1])
        w = np.exp(scores - scores.max(axis=-1, keepdims=True))
        w = w / w.sum(axis=-1, keepdims=True)
        rows.append((w[..., None] * value[..., :end, :]).sum(axis=-2))
    return np.stack(rows, axis=-2)

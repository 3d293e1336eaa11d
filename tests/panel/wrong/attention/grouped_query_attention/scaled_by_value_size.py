# verdict: wrong
# mistake: Scores are divided by the root of the values' size and not of the keys' size.
# told: forgets_the_scale
import math

import numpy as np


def grouped_query_attention(query, key, value):
    N, H, L, E = query.shape
    _, G, S, d = value.shape
    if H % G != 0:
        raise ValueError("key heads must divide query heads")
    r = H // G
    k = np.repeat(key, r, axis=1)
    v = np.repeat(value, r, axis=1)
    scores = np.einsum("nhle,nhse->nhls", query, k) / math.sqrt(d)
    scores = scores - scores.max(axis=-1, keepdims=True)
    w = np.exp(scores)
    w = w / w.sum(axis=-1, keepdims=True)
    return np.einsum("nhls,nhsv->nhlv", w, v)

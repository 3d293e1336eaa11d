# verdict: wrong
# mistake: The additive mask is float64 by default, so the output of float32 arrays is float64.
# told: returns_float64
import math

import numpy as np


def kv_cache_attention(query, key, value, key_cache, value_cache):
    key_cache = np.concatenate([key_cache, key], axis=-2)
    value_cache = np.concatenate([value_cache, value], axis=-2)
    L, total = query.shape[-2], key_cache.shape[-2]
    mask = np.triu(np.full((L, total), -np.inf), k=total - L + 1)
    scores = query @ key_cache.swapaxes(-1, -2) / math.sqrt(query.shape[-1]) + mask
    scores -= scores.max(axis=-1, keepdims=True)
    probs = np.exp(scores)
    probs /= probs.sum(axis=-1, keepdims=True)
    return probs @ value_cache, key_cache, value_cache

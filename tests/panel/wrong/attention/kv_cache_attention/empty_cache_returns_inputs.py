# verdict: wrong
# mistake: With empty caches it returns the very arrays key and value that it was given, and not new ones.
import math

import numpy as np


def kv_cache_attention(query, key, value, key_cache, value_cache):
    past = key_cache.shape[-2]
    if past == 0:
        keys, values = key, value
    else:
        keys = np.concatenate([key_cache, key], axis=-2)
        values = np.concatenate([value_cache, value], axis=-2)
    L = query.shape[-2]
    scores = query @ np.swapaxes(keys, -1, -2) / math.sqrt(query.shape[-1])
    visible = np.tri(L, past + L, past, dtype=bool)
    scores = np.where(visible, scores, -np.inf)
    scores = scores - scores.max(axis=-1, keepdims=True)
    w = np.exp(scores)
    w = w / w.sum(axis=-1, keepdims=True)
    return w @ values, keys, values

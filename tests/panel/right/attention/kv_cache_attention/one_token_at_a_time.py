# verdict: passed
# style: feeds the new tokens one by one, each attending to all that has been appended so far
import math

import numpy as np


def _step(q, keys, values):
    s = np.einsum("...e,...se->...s", q, keys) / math.sqrt(q.shape[-1])
    w = np.exp(s - s.max(axis=-1, keepdims=True))
    return np.einsum("...s,...sv->...v", w, values) / w.sum(axis=-1, keepdims=True)


def kv_cache_attention(query, key, value, key_cache, value_cache):
    keys, values = key_cache, value_cache
    outputs = []
    for t in range(query.shape[-2]):
        keys = np.concatenate((keys, key[..., t : t + 1, :]), axis=-2)
        values = np.concatenate((values, value[..., t : t + 1, :]), axis=-2)
        outputs.append(_step(query[..., t, :], keys, values))
    return np.stack(outputs, axis=-2), keys, values

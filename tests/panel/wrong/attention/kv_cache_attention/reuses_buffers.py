# verdict: wrong
# mistake: Caches of one shape are written into one buffer kept between calls, so a second continuation overwrites the first.
import math

import numpy as np

_buffers = {}


def _append(name, old, new):
    shape = old.shape[:-2] + (old.shape[-2] + new.shape[-2], old.shape[-1])
    slot = (name, shape, new.dtype.str)
    if slot not in _buffers:
        _buffers[slot] = np.empty(shape, dtype=new.dtype)
    buffer = _buffers[slot]
    buffer[..., : old.shape[-2], :] = old
    buffer[..., old.shape[-2] :, :] = new
    return buffer


def kv_cache_attention(query, key, value, key_cache, value_cache):
    keys = _append("k", key_cache, key)
    values = _append("v", value_cache, value)
    past, L = key_cache.shape[-2], query.shape[-2]
    scores = np.einsum("...le,...se->...ls", query, keys) / math.sqrt(query.shape[-1])
    later = np.arange(past + L) > np.arange(past, past + L)[:, None]
    scores[..., later] = -np.inf
    scores -= scores.max(axis=-1, keepdims=True)
    w = np.exp(scores)
    w /= w.sum(axis=-1, keepdims=True)
    return np.einsum("...ls,...sv->...lv", w, values), keys, values

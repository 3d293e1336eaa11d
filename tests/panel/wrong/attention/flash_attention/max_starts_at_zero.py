# verdict: wrong
# mistake: The running maximum begins with 0 and not with -inf, so scores that are all very negative underflow to 0/0.
# told: begins_at_zero
import math

import numpy as np


def flash_attention(query, key, value, block_size):
    if block_size < 1:
        raise ValueError("block_size must be at least 1")
    shape = query.shape[:-1]
    m = np.zeros(shape, query.dtype)
    l = np.zeros(shape, query.dtype)
    o = np.zeros(shape + (value.shape[-1],), query.dtype)
    for start in range(0, key.shape[-2], block_size):
        k = key[..., start : start + block_size, :]
        v = value[..., start : start + block_size, :]
        s = query @ np.swapaxes(k, -1, -2) / math.sqrt(query.shape[-1])
        m_new = np.maximum(m, s.max(axis=-1))
        p = np.exp(s - m_new[..., None])
        factor = np.exp(m - m_new)
        l = factor * l + p.sum(axis=-1)
        o = factor[..., None] * o + p @ v
        m = m_new
    return o / l[..., None], m + np.log(l)

# verdict: wrong
# mistake: The full table of scores is computed before the loop, so memory grows with L times S.
import math

import numpy as np


def flash_attention(query, key, value, block_size):
    if block_size < 1:
        raise ValueError("block_size must be positive")
    S = key.shape[-2]
    scores = query @ np.swapaxes(key, -1, -2) / math.sqrt(query.shape[-1])
    m = np.full(query.shape[:-1] + (1,), -np.inf, dtype=query.dtype)
    l = np.zeros_like(m)
    o = np.zeros(query.shape[:-1] + (value.shape[-1],), dtype=query.dtype)
    for a in range(0, S, block_size):
        b = min(a + block_size, S)
        block = scores[..., a:b]
        m_new = np.maximum(m, block.max(axis=-1, keepdims=True))
        p = np.exp(block - m_new)
        c = np.exp(m - m_new)
        l = c * l + p.sum(axis=-1, keepdims=True)
        o = c * o + p @ value[..., a:b, :]
        m = m_new
    return o / l, np.squeeze(m + np.log(l), axis=-1)

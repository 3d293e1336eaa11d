# verdict: wrong
# mistake: A block whose best score is more than 8 below the running maximum is left out, so the result is approximate and depends on block_size.
import numpy as np


def flash_attention(query, key, value, block_size):
    if block_size < 1:
        raise ValueError("block_size must be at least 1")
    dtype = query.dtype
    root = np.sqrt(np.asarray(query.shape[-1], dtype=dtype))
    m = np.full(query.shape[:-1] + (1,), -np.inf, dtype=dtype)
    l = np.zeros_like(m)
    o = np.zeros(query.shape[:-1] + (value.shape[-1],), dtype=dtype)
    for start in range(0, key.shape[-2], block_size):
        k = key[..., start : start + block_size, :]
        v = value[..., start : start + block_size, :]
        s = query @ np.swapaxes(k, -1, -2) / root
        top = s.max(axis=-1, keepdims=True)
        # nothing to be gained from a block in which every exponential is tiny
        counts = top > m - 8
        m_new = np.maximum(m, top)
        shrink = np.exp(m - m_new)
        p = np.where(counts, np.exp(s - m_new), 0).astype(dtype)
        l = shrink * l + p.sum(axis=-1, keepdims=True)
        o = shrink * o + p @ v
        m = m_new
    return o / l, (m + np.log(l))[..., 0]

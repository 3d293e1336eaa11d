# verdict: passed
# style: recursion over halves of the list of blocks, partial results merged like a tree
import math

import numpy as np


def _one_block(q, k, v):
    s = q @ np.swapaxes(k, -1, -2)
    m = s.max(axis=-1, keepdims=True)
    p = np.exp(s - m)
    return m, p.sum(axis=-1, keepdims=True), p @ v


def _merge(a, b):
    m = np.maximum(a[0], b[0])
    fa, fb = np.exp(a[0] - m), np.exp(b[0] - m)
    return m, fa * a[1] + fb * b[1], fa * a[2] + fb * b[2]


def _range(q, k, v, lo, hi, size):
    blocks = -(-(hi - lo) // size)
    if blocks == 1:
        return _one_block(q, k[..., lo:hi, :], v[..., lo:hi, :])
    mid = lo + blocks // 2 * size
    return _merge(_range(q, k, v, lo, mid, size), _range(q, k, v, mid, hi, size))


def flash_attention(query, key, value, block_size):
    if block_size < 1:
        raise ValueError(f"block_size must be at least 1, not {block_size}")
    q = query / math.sqrt(query.shape[-1])
    m, l, o = _range(q, key, value, 0, key.shape[-2], block_size)
    return o / l, (m + np.log(l))[..., 0]

# verdict: wrong
# mistake: Only G > H is refused, so a G that does not divide H goes through and the last heads share the last key head.
import math

import numpy as np


def grouped_query_attention(query, key, value):
    H, G = query.shape[1], key.shape[1]
    if G > H:
        raise ValueError("key has more heads than query")
    r = H // G
    which = np.minimum(np.arange(H) // r, G - 1)
    k, v = key[:, which], value[:, which]
    s = query @ k.swapaxes(-1, -2) / math.sqrt(query.shape[-1])
    p = np.exp(s - s.max(axis=-1, keepdims=True))
    p /= p.sum(axis=-1, keepdims=True)
    return p @ v

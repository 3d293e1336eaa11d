# verdict: passed
# style: the query heads of a group are stacked as extra rows of one head, so that no key is repeated
import math

import numpy as np


def grouped_query_attention(query, key, value):
    n, h, l, e = query.shape
    g, ev = key.shape[1], value.shape[-1]
    if g == 0 or h % g:
        raise ValueError(f"key has {g} heads, which does not divide the {h} heads of query")
    rows = query.reshape(n, g, (h // g) * l, e)
    s = np.matmul(rows, key.transpose(0, 1, 3, 2)) / math.sqrt(e)
    s -= s.max(axis=3, keepdims=True)
    np.exp(s, out=s)
    out = np.matmul(s, value) / s.sum(axis=3, keepdims=True)
    return out.reshape(n, h, l, ev)

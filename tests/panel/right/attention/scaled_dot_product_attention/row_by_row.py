# verdict: passed
# style: flattened batch and plain loops, each query attends to the selection of keys it may see
import math

import numpy as np


def scaled_dot_product_attention(query, key, value, attn_mask=None):
    if attn_mask is not None and np.asarray(attn_mask).dtype != np.bool_:
        raise ValueError("attn_mask must be Boolean")
    batch, (L, E) = query.shape[:-2], query.shape[-2:]
    S, Ev = value.shape[-2:]
    allowed = np.broadcast_to(True if attn_mask is None else attn_mask, (*batch, L, S))
    weights = np.zeros((*batch, L, S), dtype=query.dtype)
    output = np.zeros((*batch, L, Ev), dtype=query.dtype)
    for index in np.ndindex(*batch, L):
        sees = np.flatnonzero(allowed[index])
        if len(sees) == 0:
            continue
        s = key[index[:-1]][sees] @ query[index] / math.sqrt(E)
        a = np.exp(s - s.max())
        a /= a.sum()
        weights[index][sees] = a
        output[index] = a @ value[index[:-1]][sees]
    return output, weights

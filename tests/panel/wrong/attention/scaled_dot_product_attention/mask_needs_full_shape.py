# verdict: raised
# mistake: The mask is used as an index without broadcasting, which fails when it has fewer axes or axes of length one.
import math

import numpy as np


def scaled_dot_product_attention(query, key, value, attn_mask=None):
    if attn_mask is not None and attn_mask.dtype != np.bool_:
        raise ValueError("attn_mask is not Boolean")
    scores = query @ key.swapaxes(-2, -1) / math.sqrt(query.shape[-1])
    if attn_mask is not None:
        scores[~attn_mask] = -np.inf
    top = scores.max(axis=-1, keepdims=True)
    top = np.where(top == -np.inf, 0, top).astype(scores.dtype)
    w = np.exp(scores - top)
    total = w.sum(axis=-1, keepdims=True)
    w = w / np.where(total == 0, 1, total).astype(scores.dtype)
    return w @ value, w

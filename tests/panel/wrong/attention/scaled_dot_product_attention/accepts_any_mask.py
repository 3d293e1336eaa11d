# verdict: wrong
# mistake: A mask of numbers is turned into a Boolean one where a ValueError is due.
# told: takes_any_mask
import math

import numpy as np


def scaled_dot_product_attention(query, key, value, attn_mask=None):
    scores = np.einsum("...ld,...sd->...ls", query, key) / math.sqrt(query.shape[-1])
    if attn_mask is not None:
        scores = np.where(np.asarray(attn_mask).astype(bool), scores, -np.inf)
    top = scores.max(axis=-1, keepdims=True)
    top[np.isneginf(top)] = 0
    e = np.exp(scores - top)
    total = e.sum(axis=-1, keepdims=True)
    total[total == 0] = 1
    weights = e / total
    return np.einsum("...ls,...sv->...lv", weights, value), weights

# verdict: wrong
# mistake: The softmax runs over all keys and is masked afterwards, so a huge masked score takes all the weight and nothing is left to share.
# told: takes_the_maximum_before_masking
import math

import numpy as np


def scaled_dot_product_attention(query, key, value, attn_mask=None):
    if attn_mask is not None and attn_mask.dtype != bool:
        raise ValueError("attn_mask must have dtype bool")
    scores = query @ np.swapaxes(key, -1, -2) / math.sqrt(query.shape[-1])
    scores = scores - scores.max(axis=-1, keepdims=True)
    weights = np.exp(scores)
    weights = weights / weights.sum(axis=-1, keepdims=True)
    if attn_mask is not None:
        weights = weights * attn_mask
        total = weights.sum(axis=-1, keepdims=True)
        weights = np.divide(weights, total, out=np.zeros_like(weights), where=total > 0)
    return weights @ value, weights

# verdict: raised
# mistake: The mask gets one new axis in place of two, so its samples are lined up with the heads.
import math

import numpy as np


def cross_attention(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    n, l, e = x.shape
    s = context.shape[1]
    if e % num_heads != 0:
        raise ValueError("num_heads must divide E")
    d = e // num_heads

    def split(t, length):
        return t.reshape(n, length, num_heads, d).swapaxes(1, 2)

    q = split(x @ q_weight.T, l)
    k = split(context @ k_weight.T, s)
    v = split(context @ v_weight.T, s)
    scores = q @ k.swapaxes(2, 3) / math.sqrt(d)
    if context_mask is not None:
        real = context_mask[:, None, :]
    else:
        real = np.ones((1, 1, s), dtype=bool)
    scores = np.where(real, scores, np.finfo(scores.dtype).min)
    scores = scores - scores.max(-1, keepdims=True)
    a = np.exp(scores) * real
    total = a.sum(-1, keepdims=True)
    a = np.divide(a, total, out=np.zeros_like(a), where=total > 0)
    return (a @ v).swapaxes(1, 2).reshape(n, l, e) @ out_weight.T

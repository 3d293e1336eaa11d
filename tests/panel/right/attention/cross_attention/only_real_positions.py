# verdict: passed
# style: loops over samples and heads, the padding is cut out of the context before anything is computed
import math

import numpy as np


def cross_attention(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    n, length, e = x.shape
    if num_heads < 1 or e % num_heads != 0:
        raise ValueError(f"num_heads={num_heads} does not divide the {e} features of x")
    d = e // num_heads
    result = np.zeros_like(x)
    for b in range(n):
        c = context[b] if context_mask is None else context[b][context_mask[b]]
        if c.shape[0] == 0:
            continue
        for h in range(num_heads):
            f = slice(h * d, (h + 1) * d)
            q, k, v = x[b] @ q_weight[f].T, c @ k_weight[f].T, c @ v_weight[f].T
            s = q @ k.T / math.sqrt(d)
            a = np.exp(s - s.max(axis=1, keepdims=True))
            a /= a.sum(axis=1, keepdims=True)
            result[b] += (a @ v) @ out_weight[:, f].T
    return result

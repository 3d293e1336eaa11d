# verdict: wrong
# mistake: A sample whose context is all padding gets a softmax over nothing but -inf, which is NaN and not 0.
# told: gives_nan_without_keys
import math

import numpy as np


def cross_attention(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    N, L, E = x.shape
    S = context.shape[1]
    if E % num_heads != 0:
        raise ValueError(f"num_heads ({num_heads}) must divide {E}")
    d = E // num_heads
    q = (x @ q_weight.T).reshape(N, L, num_heads, d).transpose(0, 2, 1, 3)
    k = (context @ k_weight.T).reshape(N, S, num_heads, d).transpose(0, 2, 1, 3)
    v = (context @ v_weight.T).reshape(N, S, num_heads, d).transpose(0, 2, 1, 3)
    scores = q @ k.transpose(0, 1, 3, 2) / math.sqrt(d)
    if context_mask is not None:
        scores = np.where(context_mask[:, None, None, :], scores, -np.inf)
    scores = scores - scores.max(axis=-1, keepdims=True)
    w = np.exp(scores)
    w = w / w.sum(axis=-1, keepdims=True)
    return (w @ v).transpose(0, 2, 1, 3).reshape(N, L, E) @ out_weight.T

# verdict: wrong
# mistake: Features are dealt to the heads in turn (h, h + H, ...) and not in blocks of d neighbours.
import math

import numpy as np


def _softmax(s):
    top = s.max(axis=-1, keepdims=True)
    top = np.where(np.isfinite(top), top, 0).astype(s.dtype)
    e = np.exp(s - top)
    total = e.sum(axis=-1, keepdims=True)
    return e / np.where(total == 0, 1, total).astype(s.dtype)


def cross_attention(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    N, L, E = x.shape
    S = context.shape[1]
    if E % num_heads:
        raise ValueError("num_heads has to divide the features of x")
    d = E // num_heads
    q = (x @ q_weight.T).reshape(N, L, d, num_heads)
    k = (context @ k_weight.T).reshape(N, S, d, num_heads)
    v = (context @ v_weight.T).reshape(N, S, d, num_heads)
    scores = np.einsum("nldh,nsdh->nhls", q, k) / math.sqrt(d)
    if context_mask is not None:
        scores = np.where(context_mask[:, None, None, :], scores, -np.inf)
    o = np.einsum("nhls,nsdh->nldh", _softmax(scores), v)
    return o.reshape(N, L, E) @ out_weight.T

# verdict: passed
# style: a loop over heads that adds up each head's share of the last projection, nothing is joined
import math

import numpy as np


def multi_head_attention(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    e = x.shape[-1]
    if num_heads < 1 or e % num_heads:
        raise ValueError(f"num_heads = {num_heads} is no divisor of {e}")
    d = e // num_heads
    y = np.zeros_like(x) + out_proj_bias
    for h in range(num_heads):
        q, k, v = (
            x @ in_proj_weight[part * e + h * d : part * e + (h + 1) * d].T
            + in_proj_bias[part * e + h * d : part * e + (h + 1) * d]
            for part in range(3)
        )
        s = np.einsum("nid,njd->nij", q, k) / math.sqrt(d)
        w = np.exp(s - s.max(axis=-1, keepdims=True))
        w /= w.sum(axis=-1, keepdims=True)
        y += (w @ v) @ out_proj_weight[:, h * d : (h + 1) * d].T
    return y

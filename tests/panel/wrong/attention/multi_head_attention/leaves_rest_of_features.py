# verdict: wrong
# mistake: There is no check of num_heads, and features beyond the last full head are silently left at 0.
import math

import numpy as np


def multi_head_attention(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    n, l, e = x.shape
    d = e // num_heads
    wq, wk, wv = in_proj_weight[:e], in_proj_weight[e : 2 * e], in_proj_weight[2 * e :]
    bq, bk, bv = in_proj_bias[:e], in_proj_bias[e : 2 * e], in_proj_bias[2 * e :]
    q, k, v = x @ wq.T + bq, x @ wk.T + bk, x @ wv.T + bv
    o = np.zeros_like(x)
    for h in range(num_heads):
        f = slice(h * d, (h + 1) * d)
        s = np.einsum("nif,njf->nij", q[:, :, f], k[:, :, f]) / math.sqrt(d)
        s = np.exp(s - s.max(axis=2, keepdims=True))
        o[:, :, f] = (s / s.sum(axis=2, keepdims=True)) @ v[:, :, f]
    return o @ out_proj_weight.T + out_proj_bias

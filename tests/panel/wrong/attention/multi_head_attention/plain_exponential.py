# verdict: wrong
# mistake: The softmax takes the exponential of the raw scores, which overflows to inf/inf for large ones.
# told: overflows
import math

import numpy as np


def softmax(z):
    e = np.exp(z)
    return e / e.sum(axis=-1, keepdims=True)


def multi_head_attention(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    N, L, E = x.shape
    if E % num_heads != 0:
        raise ValueError("num_heads does not divide the features")
    d = E // num_heads
    q, k, v = np.split(x @ in_proj_weight.T + in_proj_bias, 3, axis=-1)
    heads = []
    for h in range(num_heads):
        sl = slice(h * d, (h + 1) * d)
        a = softmax(q[..., sl] @ k[..., sl].transpose(0, 2, 1) / math.sqrt(d))
        heads.append(a @ v[..., sl])
    return np.concatenate(heads, axis=-1) @ out_proj_weight.T + out_proj_bias

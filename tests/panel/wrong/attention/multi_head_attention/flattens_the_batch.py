# verdict: wrong
# mistake: Batch and positions are flattened to one axis, so positions attend to those of other samples.
# told: attends_across_the_batch
import math

import numpy as np


def multi_head_attention(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    N, L, E = x.shape
    if E % num_heads != 0:
        raise ValueError(f"num_heads={num_heads} must divide {E}")
    d = E // num_heads
    qkv = x.reshape(-1, E) @ in_proj_weight.T + in_proj_bias
    q, k, v = [t.reshape(-1, num_heads, d).swapaxes(0, 1) for t in np.split(qkv, 3, axis=-1)]
    scores = q @ k.swapaxes(1, 2) / math.sqrt(d)
    scores -= scores.max(axis=-1, keepdims=True)
    w = np.exp(scores)
    w /= w.sum(axis=-1, keepdims=True)
    o = (w @ v).swapaxes(0, 1).reshape(N, L, E)
    return o @ out_proj_weight.T + out_proj_bias

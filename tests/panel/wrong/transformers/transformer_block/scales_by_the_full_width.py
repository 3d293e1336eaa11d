# verdict: wrong
# mistake: Divides the scores by the root of D instead of the root of the width of a head, D / n_heads.
# told: scales_by_the_models_width
import math

import numpy as np


def _ln(z, weight, bias, eps):
    centred = z - z.mean(axis=-1, keepdims=True)
    return centred / np.sqrt((centred**2).mean(axis=-1, keepdims=True) + eps) * weight + bias


def transformer_block(
    x, ln1_weight, ln1_bias, qkv_weight, qkv_bias, proj_weight, proj_bias,
    ln2_weight, ln2_bias, fc_weight, fc_bias, out_weight, out_bias, n_heads, eps=1e-5,
):
    N, T, D = x.shape
    if D % n_heads != 0:
        raise ValueError(f"n_heads: {D} is not divisible by {n_heads}")
    z = _ln(x, ln1_weight, ln1_bias, eps) @ qkv_weight.T + qkv_bias
    q, k, v = z.reshape(N, T, 3, n_heads, D // n_heads).transpose(2, 0, 3, 1, 4)
    scores = np.einsum("nhtk,nhsk->nhts", q, k) / math.sqrt(D)
    scores = np.where(np.tril(np.ones((T, T), dtype=bool)), scores, -np.inf)
    e = np.exp(scores - scores.max(axis=-1, keepdims=True))
    a = e / e.sum(axis=-1, keepdims=True)
    joined = np.einsum("nhts,nhsk->nthk", a, v).reshape(N, T, D)
    h = x + joined @ proj_weight.T + proj_bias
    u = _ln(h, ln2_weight, ln2_bias, eps) @ fc_weight.T + fc_bias
    c = np.clip(u, -20, 20)
    u = 0.5 * u * (1 + np.tanh(math.sqrt(2 / math.pi) * (c + 0.044715 * c**3)))
    return h + u @ out_weight.T + out_bias

# verdict: passed
# style: NumPy, small helpers, attention as loops over sentences, heads and tokens that see only their past
import math

import numpy as np


def _norm(z, weight, bias, eps):
    mean = z.mean(axis=-1, keepdims=True)
    var = ((z - mean) ** 2).mean(axis=-1, keepdims=True)
    return (z - mean) / np.sqrt(var + eps) * weight + bias


def _gelu(z):
    c = np.clip(z, -20, 20)  # beyond that tanh is 1 or -1 anyway
    return 0.5 * z * (1 + np.tanh(math.sqrt(2 / math.pi) * (c + 0.044715 * c * c * c)))


def transformer_block(
    x, ln1_weight, ln1_bias, qkv_weight, qkv_bias, proj_weight, proj_bias,
    ln2_weight, ln2_bias, fc_weight, fc_bias, out_weight, out_bias, n_heads, eps=1e-5,
):
    N, T, D = x.shape
    if n_heads < 1 or D % n_heads:
        raise ValueError(f"n_heads = {n_heads} does not divide the number of features, {D}")
    K = D // n_heads
    qkv = _norm(x, ln1_weight, ln1_bias, eps) @ qkv_weight.T + qkv_bias
    q, k, v = qkv[..., :D], qkv[..., D : 2 * D], qkv[..., 2 * D :]
    joined = np.zeros_like(x)
    for n in range(N):
        for i in range(n_heads):
            own = slice(i * K, (i + 1) * K)
            for t in range(T):
                scores = k[n, : t + 1, own] @ q[n, t, own] / math.sqrt(K)
                a = np.exp(scores - scores.max())
                joined[n, t, own] = (a / a.sum()) @ v[n, : t + 1, own]
    h = x + joined @ proj_weight.T + proj_bias
    hidden = _gelu(_norm(h, ln2_weight, ln2_bias, eps) @ fc_weight.T + fc_bias)
    return (h + hidden @ out_weight.T + out_bias).astype(x.dtype)

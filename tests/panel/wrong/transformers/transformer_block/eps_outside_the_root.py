# verdict: wrong
# mistake: Adds eps to the standard deviation outside the root instead of to the variance inside it.
import math

import numpy as np


def _norm(z, weight, bias, eps):
    return (z - z.mean(axis=-1, keepdims=True)) / (z.std(axis=-1, keepdims=True) + eps) * weight + bias


def _attend(q, k, v):
    T, K = q.shape
    out = np.empty_like(q)
    for t in range(T):
        s = k[: t + 1] @ q[t] / math.sqrt(K)
        w = np.exp(s - s.max())
        out[t] = w @ v[: t + 1] / w.sum()
    return out


def transformer_block(
    x, ln1_weight, ln1_bias, qkv_weight, qkv_bias, proj_weight, proj_bias,
    ln2_weight, ln2_bias, fc_weight, fc_bias, out_weight, out_bias, n_heads, eps=1e-5,
):
    N, T, D = x.shape
    if D % n_heads != 0:
        raise ValueError("n_heads has to divide D")
    qkv = _norm(x, ln1_weight, ln1_bias, eps) @ qkv_weight.T + qkv_bias
    joined = np.empty_like(x)
    for n in range(N):
        q, k, v = (np.split(part, n_heads, axis=1) for part in np.split(qkv[n], 3, axis=1))
        joined[n] = np.concatenate([_attend(*head) for head in zip(q, k, v)], axis=1)
    h = x + joined @ proj_weight.T + proj_bias
    z = _norm(h, ln2_weight, ln2_bias, eps) @ fc_weight.T + fc_bias
    c = np.clip(z, -20, 20)
    z = 0.5 * z * (1 + np.tanh(math.sqrt(2 / math.pi) * (c + 0.044715 * c**3)))
    return h + z @ out_weight.T + out_bias

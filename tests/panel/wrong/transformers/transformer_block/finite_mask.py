# verdict: wrong
# mistake: Adds -1e9 to the scores of the future instead of excluding them, so with scores of 1e10 and more tokens look ahead.
import numpy as np


def layer_norm(z, w, b, eps):
    mu = z.mean(-1, keepdims=True)
    return (z - mu) / np.sqrt(z.var(-1, keepdims=True) + eps) * w + b


def gelu(z):
    return 0.5 * z * (1 + np.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * z**3)))


def transformer_block(
    x, ln1_weight, ln1_bias, qkv_weight, qkv_bias, proj_weight, proj_bias,
    ln2_weight, ln2_bias, fc_weight, fc_bias, out_weight, out_bias, n_heads, eps=1e-5,
):
    N, T, D = x.shape
    if D % n_heads:
        raise ValueError("n_heads must divide D")
    K = D // n_heads
    qkv = layer_norm(x, ln1_weight, ln1_bias, eps) @ qkv_weight.T + qkv_bias
    q, k, v = (part.reshape(N, T, n_heads, K).transpose(0, 2, 1, 3) for part in np.split(qkv, 3, axis=-1))
    scores = q @ k.transpose(0, 1, 3, 2) / np.sqrt(K) + np.triu(np.full((T, T), -1e9), 1)
    a = np.exp(scores - scores.max(-1, keepdims=True))
    a /= a.sum(-1, keepdims=True)
    heads = (a @ v).transpose(0, 2, 1, 3).reshape(N, T, D)
    h = x + heads @ proj_weight.T + proj_bias
    m = gelu(layer_norm(h, ln2_weight, ln2_bias, eps) @ fc_weight.T + fc_bias)
    return (h + m @ out_weight.T + out_bias).astype(x.dtype)

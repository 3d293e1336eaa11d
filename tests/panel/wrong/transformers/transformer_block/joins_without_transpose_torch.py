# verdict: wrong
# mistake: Reshapes (N, heads, T, K) straight to (N, T, D) without moving the heads back beside their features.
# told: joins_heads_without_moving_them_back
import math

import torch
import torch.nn.functional as F


def transformer_block(
    x, ln1_weight, ln1_bias, qkv_weight, qkv_bias, proj_weight, proj_bias,
    ln2_weight, ln2_bias, fc_weight, fc_bias, out_weight, out_bias, n_heads, eps=1e-5,
):
    N, T, D = x.shape
    if D % n_heads:
        raise ValueError("n_heads must be a divisor of D")
    K = D // n_heads
    qkv = F.linear(F.layer_norm(x, (D,), ln1_weight, ln1_bias, eps), qkv_weight, qkv_bias)
    q, k, v = (z.view(N, T, n_heads, K).transpose(1, 2) for z in qkv.split(D, dim=-1))
    scores = q @ k.transpose(-2, -1) / math.sqrt(K)
    scores = scores.masked_fill(torch.triu(torch.ones(T, T, dtype=torch.bool), 1), -math.inf)
    heads = torch.softmax(scores, dim=-1) @ v
    h = x + F.linear(heads.reshape(N, T, D), proj_weight, proj_bias)
    z = F.linear(F.layer_norm(h, (D,), ln2_weight, ln2_bias, eps), fc_weight, fc_bias)
    return h + F.linear(F.gelu(z, approximate="tanh"), out_weight, out_bias)

# verdict: wrong
# mistake: The features are viewed as (d, H) and not as (H, d), so that each head gets every H-th feature.
# told: deals_out_the_features
import math

import torch


def multi_head_attention(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    N, L, E = x.shape
    if E % num_heads != 0:
        raise ValueError("num_heads must divide E")
    d = E // num_heads
    qkv = x @ in_proj_weight.T + in_proj_bias
    q, k, v = qkv.chunk(3, dim=-1)
    q = q.reshape(N, L, d, num_heads).permute(0, 3, 1, 2)
    k = k.reshape(N, L, d, num_heads).permute(0, 3, 1, 2)
    v = v.reshape(N, L, d, num_heads).permute(0, 3, 1, 2)
    attn = torch.softmax(q @ k.transpose(-2, -1) / math.sqrt(d), dim=-1)
    o = (attn @ v).permute(0, 2, 3, 1).reshape(N, L, E)
    return o @ out_proj_weight.T + out_proj_bias

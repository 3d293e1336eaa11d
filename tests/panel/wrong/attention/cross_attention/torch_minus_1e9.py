# verdict: wrong
# mistake: Masked scores are set to -1e9, so a context of nothing but padding is averaged where zeros are due.
import math

import torch


def cross_attention(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    N, L, E = x.shape
    S = context.shape[1]
    if E % num_heads != 0:
        raise ValueError("num_heads must divide the features")
    d = E // num_heads
    q = (x @ q_weight.t()).view(N, L, num_heads, d).transpose(1, 2)
    k = (context @ k_weight.t()).view(N, S, num_heads, d).transpose(1, 2)
    v = (context @ v_weight.t()).view(N, S, num_heads, d).transpose(1, 2)
    scores = torch.matmul(q, k.transpose(-2, -1)) / math.sqrt(d)
    if context_mask is not None:
        scores = scores.masked_fill(context_mask[:, None, None, :] == 0, -1e9)
    attn = torch.softmax(scores, dim=-1)
    out = torch.matmul(attn, v).transpose(1, 2).contiguous().view(N, L, E)
    return out @ out_weight.t()

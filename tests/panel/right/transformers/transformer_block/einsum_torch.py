# verdict: passed
# style: PyTorch, library norm, linear and gelu, attention by einsum with a masked fill
import math

import torch
import torch.nn.functional as F


def transformer_block(
    x, ln1_weight, ln1_bias, qkv_weight, qkv_bias, proj_weight, proj_bias,
    ln2_weight, ln2_bias, fc_weight, fc_bias, out_weight, out_bias, n_heads, eps=1e-5,
):
    N, T, D = x.shape
    if D % n_heads != 0:
        raise ValueError("n_heads must divide the width of the tokens")
    K = D // n_heads
    z = F.layer_norm(x, (D,), ln1_weight, ln1_bias, eps)
    q, k, v = F.linear(z, qkv_weight, qkv_bias).reshape(N, T, 3, n_heads, K).unbind(dim=2)
    scores = torch.einsum("nthk,nshk->nhts", q, k) / math.sqrt(K)
    future = torch.ones(T, T, dtype=torch.bool, device=x.device).triu(1)
    a = scores.masked_fill(future, float("-inf")).softmax(dim=-1)
    joined = torch.einsum("nhts,nshk->nthk", a, v).reshape(N, T, D)
    h = x + F.linear(joined, proj_weight, proj_bias)
    m = F.layer_norm(h, (D,), ln2_weight, ln2_bias, eps)
    m = F.gelu(F.linear(m, fc_weight, fc_bias), approximate="tanh")
    return h + F.linear(m, out_weight, out_bias)

# verdict: passed
# style: PyTorch, weights viewed as (3, H, d, E) and everything in einsum
import torch


def multi_head_attention(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    E = x.shape[2]
    if E % num_heads != 0:
        raise ValueError("num_heads must divide the number of features")
    d = E // num_heads
    w = in_proj_weight.reshape(3, num_heads, d, E)
    b = in_proj_bias.reshape(3, 1, num_heads, 1, d)
    q, k, v = torch.einsum("nle,phde->pnhld", x, w) + b
    a = torch.einsum("nhid,nhjd->nhij", q, k).div(d**0.5).softmax(dim=-1)
    o = torch.einsum("nhij,nhjd->nhid", a, v)
    return torch.einsum("nhid,ohd->nio", o, out_proj_weight.reshape(E, num_heads, d)) + out_proj_bias

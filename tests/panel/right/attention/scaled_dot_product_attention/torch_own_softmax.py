# verdict: passed
# style: PyTorch, a masked softmax written out, with sums clamped at 1
import torch


def scaled_dot_product_attention(query, key, value, attn_mask=None):
    if attn_mask is not None and attn_mask.dtype is not torch.bool:
        raise ValueError(f"attn_mask must be a Boolean tensor, not {attn_mask.dtype}")
    s = torch.einsum("...ie,...je->...ij", query, key) * query.shape[-1] ** -0.5
    if attn_mask is not None:
        s = s.masked_fill(attn_mask.logical_not(), float("-inf"))
    top = s.amax(dim=-1, keepdim=True).detach()
    top = torch.nan_to_num(top, neginf=0.0)
    e = torch.exp(s - top)
    # the largest term of a row is 1, so only rows without any key have a smaller sum
    weights = e / e.sum(dim=-1, keepdim=True).clamp(min=1.0)
    return torch.einsum("...ij,...jv->...iv", weights, value), weights

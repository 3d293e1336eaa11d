# verdict: forbidden
# mistake: It builds the mask and leaves the work to scaled_dot_product_attention of PyTorch, which must not be called.
import torch
import torch.nn.functional as F


def causal_attention(query, key, value):
    length, total = query.shape[-2], key.shape[-2]
    if length > total:
        raise ValueError("query must have at most as many positions as key")
    mask = torch.ones(length, total, dtype=torch.bool, device=query.device).tril(total - length)
    return F.scaled_dot_product_attention(query, key, value, attn_mask=mask)

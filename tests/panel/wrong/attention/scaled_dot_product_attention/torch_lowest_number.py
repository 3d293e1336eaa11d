# verdict: wrong
# mistake: Masked scores become the lowest finite number, so a query without any key gets equal weights and not zeros.
# told: attends_to_all_without_keys
import math

import torch


def scaled_dot_product_attention(query, key, value, attn_mask=None):
    if attn_mask is not None and attn_mask.dtype != torch.bool:
        raise ValueError("attn_mask has to be Boolean")
    scores = torch.matmul(query, key.transpose(-2, -1)) / math.sqrt(query.size(-1))
    if attn_mask is not None:
        scores = scores.masked_fill(~attn_mask, torch.finfo(scores.dtype).min)
    weights = torch.softmax(scores, dim=-1)
    return torch.matmul(weights, value), weights

# verdict: passed
# style: PyTorch, scores of the cache and of the new positions apart, only the latter masked, one softmax over both
import math

import torch


def kv_cache_attention(query, key, value, key_cache, value_cache):
    n = query.shape[-2]
    q = query / math.sqrt(query.shape[-1])
    old = q @ key_cache.transpose(-1, -2)
    new = q @ key.transpose(-1, -2)
    ahead = torch.ones(n, n, dtype=torch.bool, device=query.device).triu(1)
    new = new.masked_fill(ahead, -math.inf)
    weights = torch.softmax(torch.cat([old, new], dim=-1), dim=-1)
    all_keys = torch.cat([key_cache, key], dim=-2)
    all_values = torch.cat([value_cache, value], dim=-2)
    return weights @ all_values, all_keys, all_values

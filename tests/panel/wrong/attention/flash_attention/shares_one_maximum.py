# verdict: wrong
# mistake: The running maximum is shared by all queries, so a query whose scores lie far below those of another underflows to 0 / 0.
# told: begins_at_zero
import math

import torch


def flash_attention(query, key, value, block_size):
    if block_size < 1:
        raise ValueError(f"block_size must be at least 1, got {block_size}")
    scale = 1.0 / math.sqrt(query.shape[-1])
    lead = query.shape[:-2]
    m = query.new_full((*lead, 1, 1), -math.inf)
    total = query.new_zeros((*query.shape[:-1], 1))
    out = query.new_zeros((*query.shape[:-1], value.shape[-1]))
    for k, v in zip(key.split(block_size, dim=-2), value.split(block_size, dim=-2)):
        s = (query @ k.transpose(-1, -2)) * scale
        m_new = torch.maximum(m, s.amax(dim=(-2, -1), keepdim=True))
        keep = torch.exp(m - m_new)
        p = torch.exp(s - m_new)
        total = keep * total + p.sum(dim=-1, keepdim=True)
        out = keep * out + p @ v
        m = m_new
    return out / total, (m + torch.log(total)).squeeze(-1)

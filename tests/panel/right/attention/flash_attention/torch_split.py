# verdict: passed
# style: PyTorch, running triple over torch.split of keys and values
import math

import torch


def flash_attention(query, key, value, block_size):
    if block_size < 1:
        raise ValueError("block_size has to be 1 or more")
    root = math.sqrt(query.shape[-1])
    best = query.new_full(query.shape[:-1], -math.inf)
    total = query.new_zeros(query.shape[:-1])
    acc = query.new_zeros((*query.shape[:-1], value.shape[-1]))
    for k, v in zip(torch.split(key, block_size, dim=-2), torch.split(value, block_size, dim=-2)):
        s = torch.einsum("...le,...be->...lb", query, k) / root
        new = torch.maximum(best, s.amax(dim=-1))
        shrink = torch.exp(best - new)
        p = torch.exp(s - new.unsqueeze(-1))
        total = total * shrink + p.sum(dim=-1)
        acc = acc * shrink.unsqueeze(-1) + p @ v
        best = new
    return acc / total.unsqueeze(-1), best + total.log()

# verdict: passed
# style: normalised blocks, weighted by exp(lse_block - lse)
import torch


def flash_attention(query, key, value, block_size):
    if block_size < 1:
        raise ValueError("block_size must be at least 1")
    scale = query.shape[-1] ** -0.5
    out, lse = None, None
    for start in range(0, key.shape[-2], block_size):
        k = key[..., start : start + block_size, :]
        v = value[..., start : start + block_size, :]
        s = (query @ k.transpose(-1, -2)) * scale
        block_lse = torch.logsumexp(s, dim=-1)
        block_out = torch.softmax(s, dim=-1) @ v
        if out is None:
            out, lse = block_out, block_lse
            continue
        new_lse = torch.logaddexp(lse, block_lse)
        out = out * torch.exp(lse - new_lse)[..., None] + block_out * torch.exp(block_lse - new_lse)[..., None]
        lse = new_lse
    return out, lse

# verdict: passed
# style: PyTorch, one diagonal of scores for each distance, stacked to a table of L times window
import math

import torch


def sliding_window_attention(query, key, value, window):
    if window < 1:
        raise ValueError("window has to be at least 1")
    L, E = query.shape[-2:]
    reach = min(window, L)
    diagonals = []
    for back in range(reach):
        s = (query[..., back:, :] * key[..., : L - back, :]).sum(dim=-1) / math.sqrt(E)
        diagonals.append(torch.nn.functional.pad(s, (back, 0), value=-math.inf))
    weights = torch.stack(diagonals, dim=-1).softmax(dim=-1)
    out = torch.zeros_like(value)
    for back in range(reach):
        part = weights[..., back:, back].unsqueeze(-1) * value[..., : L - back, :]
        out = out + torch.nn.functional.pad(part, (0, 0, back, 0))
    return out

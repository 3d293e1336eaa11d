# verdict: raised
# mistake: The window is not cut to the number of positions, and a wider one leads to slices of different lengths.
import math

import torch
import torch.nn.functional as F


def sliding_window_attention(query, key, value, window):
    if window < 1:
        raise ValueError("window must be >= 1")
    L = query.shape[-2]
    scores, values = [], []
    for back in range(window):
        k = F.pad(key, (0, 0, back, 0))[..., :L, :]
        s = (query[..., back:, :] * k[..., back:, :]).sum(-1) / math.sqrt(query.shape[-1])
        hidden = query.new_full((*query.shape[:-2], back), -math.inf)
        scores.append(torch.cat([hidden, s], dim=-1))
        values.append(F.pad(value, (0, 0, back, 0))[..., :L, :])
    a = torch.softmax(torch.stack(scores, dim=-1), dim=-1)
    return (a.unsqueeze(-1) * torch.stack(values, dim=-2)).sum(dim=-2)

# verdict: passed
# style: PyTorch, all states at once by a cumulative sum of outer products, ones appended to the values
import torch


def _log_phi(x):
    return torch.where(x > 0, torch.log1p(x.clamp(min=0)), x)


def linear_attention(query, key, value):
    log_q = _log_phi(query)
    q = torch.exp(log_q - log_q.amax(dim=-1, keepdim=True))
    k = torch.where(key > 0, key + 1, torch.exp(key.clamp(max=0)))
    ones = torch.ones_like(value[..., :1])
    extended = torch.cat([value, ones], dim=-1)
    states = torch.cumsum(k.unsqueeze(-1) * extended.unsqueeze(-2), dim=-3)
    sums = torch.einsum("...e,...ev->...v", q, states)
    return sums[..., :-1] / sums[..., -1:]

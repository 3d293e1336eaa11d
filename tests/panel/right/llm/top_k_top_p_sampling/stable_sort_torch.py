# verdict: passed
# style: PyTorch, stable descending sort, masks on sorted positions, scatter back
import torch


def top_k_top_p_sampling(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    if not 0 < top_p <= 1:
        raise ValueError("top_p must be in (0, 1]")
    N, V = logits.shape
    ordered, index = torch.sort(logits, dim=1, descending=True, stable=True)
    scaled = (ordered - ordered[:, :1]) / temperature
    rank = torch.arange(V).expand(N, V)
    keep = rank < top_k if 0 < top_k < V else torch.ones_like(rank, dtype=torch.bool)
    p = torch.softmax(scaled.masked_fill(~keep, float("-inf")), dim=1)
    if top_p < 1:
        before = torch.cat([torch.zeros_like(p[:, :1]), torch.cumsum(p, dim=1)[:, :-1]], dim=1)
        keep = keep & (before < top_p)
        p = torch.where(keep, p, torch.zeros_like(p))
        p = p / p.sum(dim=1, keepdim=True)
    probs = torch.zeros_like(logits).scatter(1, index, p)
    above = torch.cumsum(probs, dim=1) > u[:, None]
    last = (torch.where(probs > 0, rank, torch.full_like(rank, -1))).amax(dim=1)
    tokens = torch.where(above.any(dim=1), above.long().argmax(dim=1), last)
    return tokens, probs

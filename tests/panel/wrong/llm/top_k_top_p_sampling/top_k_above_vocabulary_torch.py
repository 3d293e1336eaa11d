# verdict: raised
# mistake: Hands top_k to torch.topk unchecked, which raises when top_k is above V although that keeps all.
import torch


def top_k_top_p_sampling(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    if not 0 < top_p <= 1:
        raise ValueError("top_p must be above 0 and at most 1")
    N, V = logits.shape
    ordered, ids = torch.sort(logits / temperature, dim=1, descending=True, stable=True)
    if top_k:
        values, _ = torch.topk(ordered, top_k, dim=1)
        ordered, ids = values, ids[:, :top_k]
    p = torch.softmax(ordered, dim=1)
    if top_p < 1:
        drop = torch.cumsum(p, dim=1)[:, :-1] >= top_p
        p = p.clone()
        p[:, 1:][drop] = 0
        p = p / p.sum(dim=1, keepdim=True)
    probs = torch.zeros_like(logits).scatter(1, ids, p)
    above = torch.cumsum(probs, dim=1) > u[:, None]
    numbers = torch.arange(V)
    last = ((probs > 0) * numbers).amax(dim=1)
    tokens = torch.where(above.any(dim=1), above.long().argmax(dim=1), last)
    return tokens, probs

# verdict: passed
# style: torch, scores computed once per distinct vector and spread back, mask by scatter
import torch


def analogy(embeddings, a, b, c):
    a, b, c = a.long(), b.long(), c.long()
    distinct, which = torch.unique(embeddings, dim=0, return_inverse=True)
    unit = distinct / torch.linalg.vector_norm(distinct, dim=1, keepdim=True)
    target = unit[which[b]] - unit[which[a]] + unit[which[c]]
    target = target / torch.linalg.vector_norm(target, dim=1, keepdim=True)
    scores = (target @ unit.T)[:, which]
    scores = scores.scatter(1, torch.stack([a, b, c], dim=1), float("-inf"))
    top = scores.max(dim=1, keepdim=True).values
    return (scores == top).to(torch.int8).argmax(dim=1)

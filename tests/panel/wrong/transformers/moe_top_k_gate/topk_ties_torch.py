# verdict: wrong
# mistake: Relies on torch.topk, which gives no order between equal scores, so a larger index may come first or be chosen.
# told: turns_ties_round
import torch
import torch.nn.functional as F


def moe_top_k_gate(logits, k):
    N, E = logits.shape
    if not 1 <= k <= E:
        raise ValueError("k must be at least 1 and at most E")
    values, indices = torch.topk(logits, k, dim=-1)
    weights = F.softmax(values, dim=-1)
    f = F.one_hot(indices, E).to(logits.dtype).sum(dim=(0, 1)) / (N * k)
    P = F.softmax(logits, dim=-1).mean(dim=0)
    return weights, indices, E * (f * P).sum()

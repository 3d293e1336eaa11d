# verdict: passed
# style: PyTorch, stable descending sort, bincount for the shares
import torch


def moe_top_k_gate(logits, k):
    N, E = logits.shape
    if k < 1 or k > E:
        raise ValueError("k has to be at least 1 and at most the number of experts")
    scores, order = torch.sort(logits, dim=-1, descending=True, stable=True)
    indices = order[:, :k].contiguous()
    weights = torch.softmax(scores[:, :k], dim=-1)
    counts = torch.bincount(indices.flatten(), minlength=E).to(logits.dtype)
    f = counts / (N * k)
    P = torch.softmax(logits, dim=-1).mean(dim=0)
    return weights, indices, E * torch.dot(f, P)

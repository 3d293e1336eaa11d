# verdict: wrong
# mistake: mul_ on the detached tensor writes into the caller's gradients, because detach does not copy.
# told: scales_in_place
import torch


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm must be non-negative")
    total = torch.zeros((), dtype=torch.float64)
    for g in grads:
        total = total + g.detach().double().pow(2).sum()
    norm = total.sqrt()
    c = (max_norm / (norm + eps)).clamp(max=1.0)
    return [g.detach().mul_(c) for g in grads], norm

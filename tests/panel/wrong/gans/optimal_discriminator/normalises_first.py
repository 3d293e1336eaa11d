# verdict: wrong
# mistake: Divides p and q by their sums first, which changes the answer whenever they do not add up to 1.
# told: normalizes_first
import torch


def optimal_discriminator(p, q):
    if p.shape != q.shape:
        raise ValueError("q must have the same shape as p")
    p = p / p.sum()
    q = q / q.sum()
    total = p + q
    safe = torch.where(total > 0, total, torch.ones_like(total))
    return torch.where(total > 0, p / safe, torch.full_like(p, 0.5))

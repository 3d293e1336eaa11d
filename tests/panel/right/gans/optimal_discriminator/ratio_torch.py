# verdict: passed
# style: PyTorch, ratio of the smaller to the larger one, one formula for each side
import torch


def optimal_discriminator(p, q):
    if q.shape != p.shape:
        raise ValueError("q must have the same shape as p")
    nothing = (p == 0) & (q == 0)
    real_wins = p >= q
    smaller = torch.where(real_wins, q, p)
    larger = torch.where(real_wins, p, q).masked_fill(nothing, 1)
    r = smaller / larger
    return torch.where(real_wins, 1 / (1 + r), r / (1 + r)).masked_fill(nothing, 0.5)

# verdict: passed
# style: torch, residual plus a ridge whose strengths are the squared norms of the columns
import torch


def expected_dropout_loss(x, y, weight, p):
    if not 0 <= p < 1:
        raise ValueError("p has to be in [0, 1)")
    residual = y - torch.mv(x, weight)
    strength = torch.einsum("ij,ij->j", x, x) * (p / (1 - p))
    return torch.dot(residual, residual) + torch.dot(strength, weight.square())

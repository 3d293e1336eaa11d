# verdict: passed
# style: PyTorch, one relu on a where of the two violations
import torch


def margin_loss(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    violation = torch.relu(torch.where(target, m_pos - input, input - m_neg))
    weight = torch.full_like(input, lam).masked_fill(target, 1.0)
    return (weight * violation.square()).sum(dim=1).mean()

# verdict: raised
# mistake: It subtracts a boolean tensor from 1, which PyTorch refuses; the target must be turned into numbers or negated first.
import torch


def margin_loss(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    left = torch.clamp(m_pos - input, min=0) ** 2
    right = torch.clamp(input - m_neg, min=0) ** 2
    loss = target * left + lam * (1 - target) * right
    return loss.sum(dim=1).mean()

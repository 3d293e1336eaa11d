# verdict: passed
# style: torch, logsigmoid for the loss and a sigmoid in two branches for hand-written gradients
import torch
import torch.nn.functional as F


def _sigma(s):
    e = torch.exp(-torch.abs(s))
    return torch.where(s < 0, e / (1 + e), 1 / (1 + e))


def sgns_loss(center, positive, negatives):
    s_pos = torch.dot(center, positive)
    s_neg = torch.mv(negatives, center)
    loss = -F.logsigmoid(s_pos) - F.logsigmoid(-s_neg).sum()
    miss = _sigma(-s_pos)
    false_alarm = _sigma(s_neg)
    grad_center = torch.mv(negatives.T, false_alarm) - miss * positive
    return loss, grad_center, -miss * center, torch.outer(false_alarm, center)

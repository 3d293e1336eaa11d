# verdict: wrong
# mistake: Dot products are clamped to plus or minus 30 to avoid overflow, so the loss stops growing: for a product of -1000 it gives 30.
import torch


def sgns_loss(center, positive, negatives):
    s_pos = (center * positive).sum().clamp(-30.0, 30.0)
    s_neg = (negatives * center).sum(dim=1).clamp(-30.0, 30.0)
    loss = torch.log1p(torch.exp(-s_pos)) + torch.log1p(torch.exp(s_neg)).sum()
    g_pos = -torch.sigmoid(-s_pos)
    g_neg = torch.sigmoid(s_neg)
    grad_center = g_pos * positive + (g_neg[:, None] * negatives).sum(dim=0)
    return loss, grad_center, g_pos * center, g_neg[:, None] * center

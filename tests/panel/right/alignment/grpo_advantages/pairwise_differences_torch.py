# verdict: passed
# style: PyTorch, mean and variance from all pairwise differences within the group
import torch


def grpo_advantages(rewards, eps=1e-4, scale_rewards=True):
    G = rewards.shape[1]
    if G < 2:
        raise ValueError("rewards must have at least two answers in each group")
    diff = rewards.unsqueeze(2) - rewards.unsqueeze(1)  # (P, G, G), exactly 0 for equal rewards
    centred = diff.sum(dim=2) / G
    if not scale_rewards:
        return centred
    var = diff.square().sum(dim=(1, 2), keepdim=False) / (2 * G * (G - 1))
    flat = var == 0
    sd = torch.where(flat, torch.zeros_like(var), torch.sqrt(torch.where(flat, torch.ones_like(var), var)))
    return centred / (sd[:, None] + eps)

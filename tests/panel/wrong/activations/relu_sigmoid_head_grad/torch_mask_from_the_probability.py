# verdict: wrong
# mistake: It tells live scores by p > 0.5, but for a tiny positive score p rounds to exactly 0.5 and its gradient is lost.
# told: masks_by_the_probability
import torch


def relu_sigmoid_head_grad(x, target):
    p = 1 / (1 + torch.exp(-torch.clamp(x, min=0)))
    return torch.where(p > 0.5, p - target, torch.zeros_like(p))

# verdict: passed
# style: PyTorch, relu(x) - x t + log1p(exp(-|x|)), sigmoid from the same exponential
import torch


def bce_with_logits(input, target):
    if input.shape != target.shape:
        raise ValueError("target and input must have the same shape")
    decay = torch.exp(-input.abs())
    per_entry = input.clamp(min=0) - input * target + decay.log1p()
    numerator = torch.where(input >= 0, torch.ones_like(decay), decay)
    prob = numerator / (1 + decay)
    n = input.numel()
    return per_entry.sum() / n, (prob - target) / n

# verdict: passed
# style: torch, flattened pixels, mean over the last axis, addmm with the bias
import torch


def size_agnostic_head(x, weight, bias):
    channels = x.size(1)
    if weight.size(1) != channels:
        raise ValueError(f"weight must have {channels} columns")
    pooled = torch.flatten(x, start_dim=2).mean(dim=-1)
    return torch.addmm(bias, pooled, weight.t())

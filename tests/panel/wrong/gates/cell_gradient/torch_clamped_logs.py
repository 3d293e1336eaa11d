# verdict: wrong
# mistake: The product is taken by logarithms of gates clamped at 1e-6, so a closed gate of exactly 0 lets a millionth through.
import torch


def cell_gradient(f):
    logs = torch.log(torch.clamp(f, min=1e-6))
    later = torch.flip(torch.cumsum(torch.flip(logs, [1]), dim=1), [1])
    shifted = torch.zeros_like(logs)
    shifted[:, :-1] = later[:, 1:]
    return torch.exp(shifted)

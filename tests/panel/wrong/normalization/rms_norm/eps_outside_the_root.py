# verdict: wrong
# mistake: Epsilon is added to the root mean square instead of to the mean square inside the root.
# told: adds_eps_after_the_root
import torch


def rms_norm(x, weight, eps=1e-6):
    rms = torch.sqrt(torch.mean(x * x, dim=-1, keepdim=True))
    return x / (rms + eps) * weight

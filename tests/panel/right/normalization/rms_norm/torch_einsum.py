# verdict: passed
# style: torch, squared lengths by einsum, rsqrt
import torch


def rms_norm(x, weight, eps=1e-6):
    squared_length = torch.einsum("...d,...d->...", x, x)
    scale = torch.rsqrt(squared_length / x.shape[-1] + eps)
    return x * scale.unsqueeze(-1) * weight

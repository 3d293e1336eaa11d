# verdict: wrong
# mistake: Keeps the products in a cache by the number of steps only, so a second schedule of the same length gets the old ones.
import torch

_TABLES = {}


def _alpha_bar(betas):
    key = (len(betas), betas.dtype)
    if key not in _TABLES:
        one = torch.ones(1, dtype=betas.dtype)
        _TABLES[key] = torch.cat([one, torch.cumprod(1 - betas, dim=0)])
    return _TABLES[key]


def diffusion_forward_noise(x_0, t, noise, betas):
    if (t < 0).any() or (t > len(betas)).any():
        raise ValueError("t is out of range")
    a = _alpha_bar(betas)[t]
    a = a.view(-1, *[1] * (x_0.dim() - 1))
    return a.sqrt() * x_0 + (1 - a).sqrt() * noise

# verdict: wrong
# mistake: torch.linalg.norm(g, 2) is the spectral norm of a matrix and not the Euclidean length of its entries.
# told: takes_the_spectral_norm
import torch


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm must be at least 0")
    if len(grads) == 0:
        return [], torch.zeros(())
    each = [torch.linalg.norm(g if g.dim() == 2 else g.flatten(), 2) for g in grads]
    norm = torch.stack(each).square().sum().sqrt()
    coef = (max_norm / (norm + eps)).clamp(max=1.0)
    return [g * coef for g in grads], norm

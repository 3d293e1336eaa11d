# verdict: passed
# style: PyTorch, vector_norm of each tensor, stacked, clamp
import torch


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm must be non-negative")
    if not grads:
        return [], torch.tensor(0.0)
    norms = torch.stack([torch.linalg.vector_norm(g, dtype=torch.float64) for g in grads])
    norm = torch.linalg.vector_norm(norms)
    coef = torch.clamp(max_norm / (norm + eps), max=1.0)
    return [(g * coef).to(g.dtype) for g in grads], norm

# verdict: raised
# mistake: torch.stack of an empty list raises, but an empty list must come back empty with the norm 0.0.
import torch


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm must be non-negative")
    norm = torch.linalg.vector_norm(torch.stack([torch.linalg.vector_norm(g, dtype=torch.float64) for g in grads]))
    c = torch.clamp(max_norm / (norm + eps), max=1.0)
    return [(g * c).to(g.dtype) for g in grads], norm

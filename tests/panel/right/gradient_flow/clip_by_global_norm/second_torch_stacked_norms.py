# verdict: passed
# style: torch, norm of the vector of norms, clamp keeps NaN
import torch


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm is negative")
    if not grads:
        return [], torch.tensor(0.0)
    lengths = torch.stack([torch.linalg.vector_norm(g, dtype=torch.float64) for g in grads])
    norm = torch.linalg.vector_norm(lengths)
    coefficient = torch.clamp(max_norm / (norm + eps), max=1.0)
    return [(g * coefficient).to(g.dtype) for g in grads], norm

# verdict: passed
# style: PyTorch, one flat float64 vector, split back into shapes and dtypes
import torch


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError(f"max_norm={max_norm} is negative")
    flat = torch.cat([torch.zeros(0, dtype=torch.float64)] + [g.reshape(-1).double() for g in grads])
    norm = flat.square().sum().sqrt()
    c = torch.minimum(torch.ones_like(norm), max_norm / (norm + eps))
    parts = (flat * c).split([g.numel() for g in grads]) if grads else []
    return [p.reshape(g.shape).to(g.dtype).clone() for p, g in zip(parts, grads)], norm

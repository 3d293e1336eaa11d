# verdict: wrong
# mistake: The message of the ValueError does not name max_norm.
import torch


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("the clipping threshold must be non-negative")
    if len(grads) == 0:
        return [], torch.tensor(0.0)
    flat = torch.cat([g.flatten() for g in grads]).double()
    norm = flat.norm()
    c = torch.clamp(max_norm / (norm + eps), max=1.0)
    return [(g * c).to(g.dtype) for g in grads], norm

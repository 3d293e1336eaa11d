# verdict: wrong
# mistake: Gradients that need no clipping are handed back as detached views of the input's memory instead of new tensors.
# told: hands_back_short_gradients
import torch


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm must be at least 0")
    norm = torch.sqrt(sum((g.detach() ** 2).sum() for g in grads)) if grads else torch.tensor(0.0)
    if norm + eps <= max_norm:
        return [g.detach() for g in grads], norm
    coef = torch.clamp(max_norm / (norm + eps), max=1.0)
    return [g.detach() * coef for g in grads], norm

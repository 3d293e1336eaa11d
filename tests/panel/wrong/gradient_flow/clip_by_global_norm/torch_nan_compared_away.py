# verdict: wrong
# mistake: It scales only if the coefficient is below 1, which is False for NaN, so a NaN norm leaves the other gradients as they were.
# told: hides_a_nan
import torch


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm must be non-negative")
    norm = torch.sqrt(sum([(g.double() ** 2).sum() for g in grads], torch.zeros((), dtype=torch.float64)))
    c = max_norm / (norm + eps)
    if c < 1:
        return [(g * c).to(g.dtype) for g in grads], norm
    return [g.clone() for g in grads], norm

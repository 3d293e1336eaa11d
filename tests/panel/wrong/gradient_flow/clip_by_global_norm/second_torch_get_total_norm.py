# verdict: forbidden
# mistake: The norm is computed by torch.nn.utils.get_total_norm, which the statement forbids.
import torch
from torch.nn import utils


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm must be at least 0")
    if not grads:
        return [], 0.0
    norm = utils.get_total_norm(grads)
    coef = torch.clamp(max_norm / (norm + eps), max=1.0)
    return [g * coef for g in grads], norm

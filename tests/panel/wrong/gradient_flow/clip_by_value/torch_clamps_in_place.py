# verdict: wrong
# mistake: clamp_ works in place, so the caller's gradients are changed and handed back instead of new tensors.
# told: clips_in_place
import torch


def clip_by_value(grads, clip_value):
    if clip_value < 0:
        raise ValueError(f"clip_value must be at least 0, got {clip_value}")
    with torch.no_grad():
        return [g.clamp_(min=-clip_value, max=clip_value) for g in grads]

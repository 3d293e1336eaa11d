"""The known mistakes of gradient_flow/clip_by_global_norm, as people write them in PyTorch."""

import math

import torch

from solutions.gradient_flow.torch.clip_by_global_norm import clip_by_global_norm


def scale(grads, norm, max_norm, eps):
    coefficient = torch.clamp(max_norm / torch.as_tensor(norm + eps), max=1.0)
    return [coefficient * g for g in grads]


def clips_each_array_alone(grads, max_norm, eps=1e-6):
    _, norm = clip_by_global_norm(grads, max_norm, eps)
    return [clip_by_global_norm([g], max_norm, eps)[0][0] for g in grads], norm


def scales_up_short_gradients(grads, max_norm, eps=1e-6):
    _, norm = clip_by_global_norm(grads, max_norm, eps)
    return [max_norm / (norm + eps) * g for g in grads], norm


def returns_the_norm_after_clipping(grads, max_norm, eps=1e-6):
    clipped, _ = clip_by_global_norm(grads, max_norm, eps)
    return clipped, clip_by_global_norm(clipped, max_norm, eps)[1]


def clips_the_values(grads, max_norm, eps=1e-6):
    _, norm = clip_by_global_norm(grads, max_norm, eps)
    return [torch.clamp(g, -max_norm, max_norm) + 0 * norm for g in grads], norm


def forgets_the_root(grads, max_norm, eps=1e-6):
    clip_by_global_norm(grads, max_norm, eps)
    norm = sum(((g * g).sum() for g in grads), 0.0)
    return scale(grads, norm, max_norm, eps), norm


def sums_absolute_values(grads, max_norm, eps=1e-6):
    clip_by_global_norm(grads, max_norm, eps)
    norm = sum((g.abs().sum() for g in grads), 0.0)
    return scale(grads, norm, max_norm, eps), norm


def takes_the_spectral_norm(grads, max_norm, eps=1e-6):
    clip_by_global_norm(grads, max_norm, eps)
    norm = sum((torch.linalg.norm(g.reshape(len(g) if g.ndim > 1 else 1, -1), 2) ** 2 for g in grads), 0.0) ** 0.5
    return scale(grads, norm, max_norm, eps), norm


def adds_up_the_norms(grads, max_norm, eps=1e-6):
    clip_by_global_norm(grads, max_norm, eps)
    norm = sum((torch.linalg.vector_norm(g) for g in grads), 0.0)
    return scale(grads, norm, max_norm, eps), norm


def measures_the_first_array(grads, max_norm, eps=1e-6):
    _, norm = clip_by_global_norm(grads[:1], max_norm, eps)
    return scale(grads, norm, max_norm, eps), norm


def forgets_eps(grads, max_norm, eps=1e-6):
    _, norm = clip_by_global_norm(grads, max_norm, eps)
    return scale(grads, norm, max_norm, 0), norm


def compares_first(grads, max_norm, eps=1e-6):
    clipped, norm = clip_by_global_norm(grads, max_norm, eps)
    return ([g.clone() for g in grads] if norm <= max_norm else clipped), norm


def hides_a_nan(grads, max_norm, eps=1e-6):
    _, norm = clip_by_global_norm(grads, max_norm, eps)
    coefficient = min(1.0, max_norm / (norm + eps))
    return [coefficient * g for g in grads], norm


def returns_zeros_after_an_accident(grads, max_norm, eps=1e-6):
    clipped, norm = clip_by_global_norm(grads, max_norm, eps)
    return (clipped if math.isfinite(norm) else [torch.zeros_like(g) for g in grads]), norm


def loses_a_nan_beside_infinity(grads, max_norm, eps=1e-6):
    clip_by_global_norm(grads, max_norm, eps)
    norm = math.hypot(*[value for g in grads for value in g.flatten().tolist()])
    coefficient = min(max_norm / (norm + eps), 1.0)
    return [coefficient * g for g in grads], norm


def hands_back_short_gradients(grads, max_norm, eps=1e-6):
    clipped, norm = clip_by_global_norm(grads, max_norm, eps)
    return (list(grads) if norm + eps <= max_norm else clipped), norm


def widens_float32(grads, max_norm, eps=1e-6):
    return clip_by_global_norm([g.double() for g in grads], max_norm, eps)


def scales_in_place(grads, max_norm, eps=1e-6):
    _, norm = clip_by_global_norm(grads, max_norm, eps)
    for g in grads:
        g.mul_(torch.clamp(max_norm / (norm + eps), max=1.0))
    return grads, norm


def checks_nothing(grads, max_norm, eps=1e-6):
    _, norm = clip_by_global_norm(grads, 0.0, eps)
    return scale(grads, norm, max_norm, eps), norm


def refuses_zero(grads, max_norm, eps=1e-6):
    if max_norm <= 0:
        raise ValueError(f"max_norm must be positive, got {max_norm}")
    return clip_by_global_norm(grads, max_norm, eps)

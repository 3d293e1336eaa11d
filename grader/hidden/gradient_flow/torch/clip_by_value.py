"""The known mistakes of gradient_flow/clip_by_value, as people write them in PyTorch."""

import torch

from solutions.gradient_flow.torch.clip_by_value import clip_by_value

ABSENT = {}


def checked(clip_value):
    if clip_value < 0:
        raise ValueError("clip_value")


def cuts_only_the_top(grads, clip_value):
    checked(clip_value)
    return [torch.clamp(g, max=clip_value) for g in grads]


def cuts_at_zero(grads, clip_value):
    checked(clip_value)
    return [torch.clamp(g, 0, clip_value) for g in grads]


def loses_the_sign(grads, clip_value):
    return [torch.abs(g) for g in clip_by_value(grads, clip_value)]


def drops_large_entries(grads, clip_value):
    checked(clip_value)
    return [torch.where(g.abs() > clip_value, torch.zeros_like(g), g) for g in grads]


def keeps_only_the_sign(grads, clip_value):
    checked(clip_value)
    return [torch.sign(g) * clip_value for g in grads]


def scales_by_the_largest_entry(grads, clip_value):
    checked(clip_value)
    largest = max([clip_value, *[g.abs().max().item() for g in grads]]) or 1.0
    return [g * (clip_value / largest) for g in grads]


def clips_by_the_norm_of_each_array(grads, clip_value):
    checked(clip_value)
    return [g * (clip_value / max(clip_value, g.norm().item(), 1e-300)) for g in grads]


def clips_by_the_global_norm(grads, clip_value):
    checked(clip_value)
    norm = sum(g.norm().item() ** 2 for g in grads) ** 0.5
    return [g * (clip_value / max(clip_value, norm, 1e-300)) for g in grads]


def squashes_smoothly(grads, clip_value):
    checked(clip_value)
    return [clip_value * torch.tanh(g / clip_value) if clip_value else 0 * g for g in grads]


def clips_only_the_first(grads, clip_value):
    return clip_by_value(grads[:1], clip_value) + [g.clone() for g in grads[1:]]


def hides_a_nan(grads, clip_value):
    checked(clip_value)
    return [torch.fmax(torch.fmin(g, torch.full_like(g, clip_value)), torch.full_like(g, -clip_value)) for g in grads]


def sets_nan_to_zero(grads, clip_value):
    return [torch.nan_to_num(g) for g in clip_by_value(grads, clip_value)]


def accepts_a_negative_limit(grads, clip_value):
    return clip_by_value(grads, max(clip_value, 0.0))


def refuses_zero(grads, clip_value):
    if clip_value <= 0:
        raise ValueError("clip_value")
    return clip_by_value(grads, clip_value)


def hands_back_what_fits(grads, clip_value):
    clipped = clip_by_value(grads, clip_value)
    return [g if bool((g.abs() <= clip_value).all()) else c for g, c in zip(grads, clipped, strict=True)]


def returns_float64(grads, clip_value):
    return clip_by_value([g.double() for g in grads], clip_value)


def clips_in_place(grads, clip_value):
    checked(clip_value)
    for g in grads:
        g.clamp_(-clip_value, clip_value)
    return grads

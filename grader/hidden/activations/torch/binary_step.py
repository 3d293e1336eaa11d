"""The known mistakes of activations/binary_step, as people write them in PyTorch."""

import torch

from solutions.activations.torch.binary_step import binary_step


def fires_at_the_threshold(x, threshold=0.0):
    return (x >= threshold).to(x.dtype)


def gives_half_at_the_threshold(x, threshold=0.0):
    return torch.sign(x - threshold) / 2 + 0.5


def ignores_the_threshold(x, threshold=0.0):
    return (x > 0).to(x.dtype)


def has_another_default(x, threshold=0.5):
    return binary_step(x, threshold)


def takes_the_threshold_for_a_bias(x, threshold=0.0):
    return (x + threshold > 0).to(x.dtype)


def steps_down(x, threshold=0.0):
    return (x < threshold).to(x.dtype)


def fires_on_both_sides(x, threshold=0.0):
    return (x.abs() > threshold).to(x.dtype)


def gives_signs(x, threshold=0.0):
    return torch.where(x > threshold, 1, -1).to(x.dtype)


def keeps_what_is_above(x, threshold=0.0):
    return torch.where(x > threshold, x, 0)


def wants_a_distance(x, threshold=0.0):
    return (x - threshold > 1e-8).to(x.dtype)


def rounds_a_sigmoid(x, threshold=0.0):
    return torch.round(torch.sigmoid(x - threshold))


def returns_booleans(x, threshold=0.0):
    return x > threshold


def returns_integers(x, threshold=0.0):
    return (x > threshold).long()


def returns_float64(x, threshold=0.0):
    return (x > threshold).double()


def returns_float32(x, threshold=0.0):
    return (x > threshold).float()


def overwrites_the_input(x, threshold=0.0):
    return x.copy_(binary_step(x, threshold))

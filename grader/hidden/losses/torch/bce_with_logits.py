"""The known mistakes of losses/bce_with_logits, as people write them in PyTorch."""

import torch

from solutions.losses.torch.bce_with_logits import bce_with_logits


def from_probabilities(p, t):
    return (-t * torch.log(p) - (1 - t) * torch.log(1 - p)).mean()


def takes_the_logarithm_of_the_sigmoid(input, target):
    _, grad = bce_with_logits(input, target)
    return from_probabilities(torch.sigmoid(input), target), grad


def clips_the_probability(input, target):
    _, grad = bce_with_logits(input, target)
    return from_probabilities(torch.sigmoid(input).clamp(1e-7, 1 - 1e-7), target), grad


def takes_scores_for_probabilities(input, target):
    bce_with_logits(input, target)
    return from_probabilities(input, target), (input - target) / (input * (1 - input)) / input.numel()


def applies_the_sigmoid_twice(input, target):
    return bce_with_logits(torch.sigmoid(input), target)


def overflows(input, target):
    _, grad = bce_with_logits(input, target)
    return (torch.log(1 + torch.exp(-input)) + (1 - target) * input).mean(), grad


def rounds_small_costs_away(input, target):
    _, grad = bce_with_logits(input, target)
    return (input.clamp(min=0) - input * target + torch.log(1 + torch.exp(-input.abs()))).mean(), grad


def charges_for_yes_only(input, target):
    bce_with_logits(input, target)
    loss = target * ((-input).clamp(min=0) + torch.log1p(torch.exp(-input.abs())))
    return loss.mean(), -target * torch.sigmoid(-input) / input.numel()


def rounds_the_targets(input, target):
    return bce_with_logits(input, torch.round(target))


def multiplies_by_the_slope(input, target):
    loss, grad = bce_with_logits(input, target)
    p = torch.sigmoid(input)
    return loss, grad * p * (1 - p)


def turns_the_gradient(input, target):
    loss, grad = bce_with_logits(input, target)
    return loss, -grad


def turns_the_loss(input, target):
    loss, grad = bce_with_logits(input, target)
    return -loss, grad


def sums(input, target):
    loss, grad = bce_with_logits(input, target)
    return loss * input.numel(), grad * input.numel()


def forgets_the_mean_in_the_gradient(input, target):
    loss, _ = bce_with_logits(input, target)
    return loss, torch.sigmoid(input) - target


def averages_twice(input, target):
    loss, grad = bce_with_logits(input, target)
    return loss, grad / input.numel()


def averages_over_the_first_axis_only(input, target):
    loss, grad = bce_with_logits(input, target)
    factor = input.numel() / (len(input) if input.ndim else 1)
    return loss * factor, grad * factor


def broadcasts(input, target):
    return bce_with_logits(*torch.broadcast_tensors(input, target))


def returns_float64(input, target):
    return bce_with_logits(input.double(), target)


def overwrites_input(input, target):
    result = bce_with_logits(input, target)
    input.sigmoid_()
    return result

"""The known mistakes of losses/kl_divergence, as people write them in PyTorch."""

import math

import torch

from solutions.losses.torch.kl_divergence import kl_divergence


def exchanges_the_distributions(input, target):
    loss, _ = kl_divergence(target, input)
    return loss, (torch.log(input / target) + 1) / len(input)


def averages_over_all_entries(input, target):
    loss, grad = kl_divergence(input, target)
    return loss / input.shape[1], grad / input.shape[1]


def sums(input, target):
    loss, grad = kl_divergence(input, target)
    return loss * len(input), grad * len(input)


def forgets_the_mean_in_the_gradient(input, target):
    loss, grad = kl_divergence(input, target)
    return loss, grad * len(input)


def runs_into_zero_times_infinity(input, target):
    kl_divergence(input, target)
    return (target * torch.log(target / input)).sum() / len(input), -target / input / len(input)


def adds_a_small_number(input, target):
    kl_divergence(input, target)
    eps = 1e-8
    return (target * torch.log((target + eps) / (input + eps))).sum() / len(input), -target / (input + eps) / len(input)


def drops_impossible_outcomes(input, target):
    return (
        kl_divergence(input, target.masked_fill(input == 0, 0.0)) if input.shape == target.shape else kl_divergence(input, target)
    )


def expects_logarithms(input, target):
    kl_divergence(input, target)
    return (torch.xlogy(target, target) - target * input).sum() / len(input), -target / len(input)


def forgets_the_entropy(input, target):
    _, grad = kl_divergence(input, target)
    return -torch.xlogy(target, input).sum() / len(input), grad


def measures_in_bits(input, target):
    loss, grad = kl_divergence(input, target)
    return loss / math.log(2), grad / math.log(2)


def drops_the_target_in_the_gradient(input, target):
    loss, _ = kl_divergence(input, target)
    return loss, -1 / input / len(input)


def turns_the_gradient(input, target):
    loss, grad = kl_divergence(input, target)
    return loss, -grad


def turns_the_loss(input, target):
    loss, grad = kl_divergence(input, target)
    return -loss, grad


def projects_the_gradient(input, target):
    loss, grad = kl_divergence(input, target)
    return loss, grad - grad.mean(1, keepdim=True)


def broadcasts(input, target):
    return kl_divergence(*torch.broadcast_tensors(input, target))


def returns_float64(input, target):
    return kl_divergence(input.double(), target)


def overwrites_input(input, target):
    result = kl_divergence(input, target)
    input.clamp_(1e-8, 0.2)
    return result

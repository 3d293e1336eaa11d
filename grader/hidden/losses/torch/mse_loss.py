"""The known mistakes of losses/mse_loss, as people write them in PyTorch."""

import torch

from solutions.losses.torch.mse_loss import mse_loss


def forgets_the_square(input, target):
    mse_loss(input, target)
    return (target - input).mean() / 2, torch.full_like(input, -0.5 / input.numel())


def averages_the_errors(input, target):
    mse_loss(input, target)
    return (input - target).mean(), torch.full_like(input, 1 / input.numel())


def squares_the_mean(input, target):
    mse_loss(input, target)
    mean = (input - target).mean()
    return mean**2, (2 * mean / input.numel()).expand_as(input).clone()


def takes_absolute_values(input, target):
    mse_loss(input, target)
    return (input - target).abs().mean(), (input - target).sign() / input.numel()


def puts_a_half_in_front(input, target):
    loss, grad = mse_loss(input, target)
    return loss / 2, grad / 2


def loses_the_two(input, target):
    loss, grad = mse_loss(input, target)
    return loss, grad / 2


def turns_the_gradient(input, target):
    loss, grad = mse_loss(input, target)
    return loss, -grad


def sums(input, target):
    loss, grad = mse_loss(input, target)
    return loss * input.numel(), grad * input.numel()


def forgets_the_mean_in_the_gradient(input, target):
    loss, _ = mse_loss(input, target)
    return loss, 2 * (input - target)


def averages_over_the_first_axis_only(input, target):
    mse_loss(input, target)
    batch, error = (len(input) if input.ndim else 1), input - target
    return (error**2).sum() / batch, 2 * error / batch


def takes_the_root(input, target):
    loss, grad = mse_loss(input, target)
    return loss.sqrt(), grad


def multiplies_out(input, target):
    _, grad = mse_loss(input, target)
    return (input * input - 2 * input * target + target * target).mean(), grad


def broadcasts(input, target):
    error = input - target
    return (error**2).mean(), 2 * error / error.numel()


def returns_float64(input, target):
    return mse_loss(input.double(), target)


def overwrites_input(input, target):
    result = mse_loss(input, target)
    input.sub_(target)
    return result

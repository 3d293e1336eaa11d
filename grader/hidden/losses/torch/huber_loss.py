"""The known mistakes of losses/huber_loss, as people write them in PyTorch."""

import torch

from solutions.losses.torch.huber_loss import huber_loss


def branches(input, target, delta, small, large):
    """A mean loss of two branches with the gradient of the right one."""
    _, grad = huber_loss(input, target, delta)
    error = input - target
    return torch.where(error.abs() <= delta, small(error), large(error.abs())).mean(), grad


def forgets_the_half(input, target, delta=1.0):
    return branches(input, target, delta, lambda e: e * e, lambda a: delta * (a - 0.5 * delta))


def divides_by_delta(input, target, delta=1.0):
    loss, grad = huber_loss(input, target, delta)
    return loss / delta, grad / delta


def forgets_the_offset(input, target, delta=1.0):
    return branches(input, target, delta, lambda e: e * e / 2, lambda a: delta * a)


def has_slope_one(input, target, delta=1.0):
    loss, _ = branches(input, target, delta, lambda e: e * e / 2, lambda a: a - 0.5 * delta)
    error = input - target
    return loss, torch.where(error.abs() <= delta, error, error.sign()) / error.numel()


def calls_negative_errors_small(input, target, delta=1.0):
    huber_loss(input, target, delta)
    error = input - target
    clipped = error.clamp(max=delta)
    return (clipped * (error - clipped / 2)).mean(), clipped / error.numel()


def clips_no_gradient(input, target, delta=1.0):
    loss, _ = huber_loss(input, target, delta)
    return loss, (input - target) / input.numel()


def squares_the_clipped_error(input, target, delta=1.0):
    _, grad = huber_loss(input, target, delta)
    return ((input - target).clamp(-delta, delta) ** 2).mean() / 2, grad


def is_the_smooth_relative(input, target, delta=1.0):
    huber_loss(input, target, delta)
    error = input - target
    root = torch.hypot(torch.ones_like(error), error / delta)
    return (delta**2 * (root - 1)).mean(), error / root / error.numel()


def ignores_delta(input, target, delta=1.0):
    huber_loss(input, target, delta)
    return huber_loss(input, target)


def squares_large_errors(input, target, delta=1.0):
    _, grad = huber_loss(input, target, delta)
    size = (input - target).abs()
    return (size**2 - (size - delta).clamp(min=0) ** 2).mean() / 2, grad


def turns_the_gradient(input, target, delta=1.0):
    loss, grad = huber_loss(input, target, delta)
    return loss, -grad


def sums(input, target, delta=1.0):
    loss, grad = huber_loss(input, target, delta)
    return loss * input.numel(), grad * input.numel()


def forgets_the_mean_in_the_gradient(input, target, delta=1.0):
    loss, grad = huber_loss(input, target, delta)
    return loss, grad * input.numel()


def averages_over_the_first_axis_only(input, target, delta=1.0):
    loss, grad = huber_loss(input, target, delta)
    factor = input.numel() / (len(input) if input.ndim else 1)
    return loss * factor, grad * factor


def broadcasts(input, target, delta=1.0):
    return huber_loss(*torch.broadcast_tensors(input, target), delta)


def accepts_any_delta(input, target, delta=1.0):
    if delta > 0:
        return huber_loss(input, target, delta)
    error = input - target
    return (delta * (error.abs() - 0.5 * delta)).mean(), delta * error.sign() / error.numel()


def returns_float64(input, target, delta=1.0):
    return huber_loss(input.double(), target, delta)


def overwrites_input(input, target, delta=1.0):
    result = huber_loss(input, target, delta)
    input.sub_(target)
    return result

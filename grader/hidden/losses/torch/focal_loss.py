"""The known mistakes of losses/focal_loss, as people write them in PyTorch."""

import torch

from solutions.losses.torch.focal_loss import focal_loss


def parts(input, target, alpha):
    """Sign, margin, weight alpha_t and minus the logarithm of p_t."""
    sign = 2 * target - 1
    margin = sign * input
    cost = torch.log1p(torch.exp(-margin.abs())) - margin.clamp(max=0)
    return sign, margin, alpha * target + (1 - alpha) * (1 - target), cost


def treats_the_factor_as_a_constant(input, target, alpha=0.25, gamma=2.0):
    loss, _ = focal_loss(input, target, alpha, gamma)
    sign, margin, weight, _ = parts(input, target, alpha)
    return loss, -sign * weight * torch.sigmoid(-margin) ** gamma * torch.sigmoid(-margin) / input.numel()


def weighs_all_with_alpha(input, target, alpha=0.25, gamma=2.0):
    loss, grad = focal_loss(input, target, 0.5, gamma)
    return 2 * alpha * loss, 2 * alpha * grad


def exchanges_alpha(input, target, alpha=0.25, gamma=2.0):
    return focal_loss(input, target, 1 - alpha, gamma)


def forgets_alpha(input, target, alpha=0.25, gamma=2.0):
    loss, grad = focal_loss(input, target, 0.5, gamma)
    return 2 * loss, 2 * grad


def focuses_on_the_easy(input, target, alpha=0.25, gamma=2.0):
    focal_loss(input, target, alpha, gamma)
    sign, margin, weight, cost = parts(input, target, alpha)
    p = torch.sigmoid(margin)
    slope = weight * p**gamma * (1 - p) * (gamma * cost - 1)
    return (weight * p**gamma * cost).mean(), sign * slope / input.numel()


def focuses_as_if_all_were_ones(input, target, alpha=0.25, gamma=2.0):
    focal_loss(input, target, alpha, gamma)
    sign, margin, weight, cost = parts(input, target, alpha)
    p = torch.sigmoid(input)
    factor = (1 - p) ** gamma
    slope = -sign * torch.sigmoid(-margin) - gamma * p * cost
    return (weight * factor * cost).mean(), weight * factor * slope / input.numel()


def forgets_the_factor(input, target, alpha=0.25, gamma=2.0):
    focal_loss(input, target, alpha, gamma)
    return focal_loss(input, target, alpha, 0.0)


def takes_the_logarithm_of_the_sigmoid(input, target, alpha=0.25, gamma=2.0):
    _, grad = focal_loss(input, target, alpha, gamma)
    _, margin, weight, _ = parts(input, target, alpha)
    return -(weight * torch.sigmoid(-margin) ** gamma * torch.log(torch.sigmoid(margin))).mean(), grad


def clips_the_probability(input, target, alpha=0.25, gamma=2.0):
    _, grad = focal_loss(input, target, alpha, gamma)
    _, margin, weight, _ = parts(input, target, alpha)
    p = torch.sigmoid(margin).clamp(1e-7, 1 - 1e-7)
    return -(weight * (1 - p) ** gamma * torch.log(p)).mean(), grad


def subtracts_from_one(input, target, alpha=0.25, gamma=2.0):
    focal_loss(input, target, alpha, gamma)
    sign, margin, weight, cost = parts(input, target, alpha)
    p = torch.sigmoid(margin)
    weight = weight * (1 - p) ** gamma
    return (weight * cost).mean(), -sign * weight * (1 - p + gamma * p * cost) / input.numel()


def divides_by_the_ones(input, target, alpha=0.25, gamma=2.0):
    loss, grad = focal_loss(input, target, alpha, gamma)
    ones = target.sum().clamp(min=1)
    return loss * input.numel() / ones, grad * input.numel() / ones


def sums(input, target, alpha=0.25, gamma=2.0):
    loss, grad = focal_loss(input, target, alpha, gamma)
    return loss * input.numel(), grad * input.numel()


def forgets_the_mean_in_the_gradient(input, target, alpha=0.25, gamma=2.0):
    loss, grad = focal_loss(input, target, alpha, gamma)
    return loss, grad * input.numel()


def returns_the_gradient_by_the_margin(input, target, alpha=0.25, gamma=2.0):
    loss, grad = focal_loss(input, target, alpha, gamma)
    return loss, -grad.abs()


def turns_the_gradient(input, target, alpha=0.25, gamma=2.0):
    loss, grad = focal_loss(input, target, alpha, gamma)
    return loss, -grad


def broadcasts(input, target, alpha=0.25, gamma=2.0):
    return focal_loss(*torch.broadcast_tensors(input, target), alpha, gamma)


def accepts_any_gamma(input, target, alpha=0.25, gamma=2.0):
    focal_loss(input, target)
    sign, margin, weight, cost = parts(input, target, alpha)
    weight = weight * torch.sigmoid(-margin) ** gamma
    slope = -weight * (torch.sigmoid(-margin) + gamma * torch.sigmoid(margin) * cost)
    return (weight * cost).mean(), sign * slope / input.numel()


def returns_float64(input, target, alpha=0.25, gamma=2.0):
    return focal_loss(input.double(), target, alpha, gamma)


def overwrites_input(input, target, alpha=0.25, gamma=2.0):
    result = focal_loss(input, target, alpha, gamma)
    input.mul_(2 * target - 1)
    return result

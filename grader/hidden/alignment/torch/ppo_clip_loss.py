"""The known mistakes of alignment/ppo_clip_loss, as people write them in PyTorch."""

import torch

from solutions.alignment.torch.ppo_clip_loss import ppo_clip_loss

ABSENT = {}


def parts(log_probs, old_log_probs, advantages, eps):
    ppo_clip_loss(log_probs, old_log_probs, advantages, eps)
    ratio = torch.exp(log_probs - old_log_probs)
    return ratio, ratio * advantages, ratio.clamp(1 - eps, 1 + eps) * advantages


def where(kept, product):
    return (-product / product.numel()).masked_fill(~kept, 0)


def forgets_the_sign(log_probs, old_log_probs, advantages, eps=0.2):
    loss, grad = ppo_clip_loss(log_probs, old_log_probs, advantages, eps)
    return -loss, -grad


def takes_the_maximum(log_probs, old_log_probs, advantages, eps=0.2):
    _, product, clipped = parts(log_probs, old_log_probs, advantages, eps)
    return -torch.maximum(product, clipped).mean(), where(product >= clipped, product)


def forgets_the_minimum(log_probs, old_log_probs, advantages, eps=0.2):
    ratio, product, clipped = parts(log_probs, old_log_probs, advantages, eps)
    return -clipped.mean(), where((ratio - 1).abs() <= eps, product)


def forgets_to_clip(log_probs, old_log_probs, advantages, eps=0.2):
    _, product, _ = parts(log_probs, old_log_probs, advantages, eps)
    return -product.mean(), -product / product.numel()


def stops_every_gradient_outside(log_probs, old_log_probs, advantages, eps=0.2):
    ratio, _, _ = parts(log_probs, old_log_probs, advantages, eps)
    loss, grad = ppo_clip_loss(log_probs, old_log_probs, advantages, eps)
    return loss, grad.masked_fill((ratio - 1).abs() > eps, 0)


def never_stops_the_gradient(log_probs, old_log_probs, advantages, eps=0.2):
    _, product, _ = parts(log_probs, old_log_probs, advantages, eps)
    return ppo_clip_loss(log_probs, old_log_probs, advantages, eps)[0], -product / product.numel()


def loses_the_gradient_at_ties(log_probs, old_log_probs, advantages, eps=0.2):
    _, product, clipped = parts(log_probs, old_log_probs, advantages, eps)
    return ppo_clip_loss(log_probs, old_log_probs, advantages, eps)[0], where(product < clipped, product)


def differentiates_by_the_ratio(log_probs, old_log_probs, advantages, eps=0.2):
    ratio, _, _ = parts(log_probs, old_log_probs, advantages, eps)
    loss, grad = ppo_clip_loss(log_probs, old_log_probs, advantages, eps)
    return loss, grad / ratio


def forgets_the_mean_in_the_gradient(log_probs, old_log_probs, advantages, eps=0.2):
    loss, grad = ppo_clip_loss(log_probs, old_log_probs, advantages, eps)
    return loss, grad * grad.numel()


def adds_up(log_probs, old_log_probs, advantages, eps=0.2):
    loss, grad = ppo_clip_loss(log_probs, old_log_probs, advantages, eps)
    return loss * grad.numel(), grad * grad.numel()


def divides_by_the_first_axis(log_probs, old_log_probs, advantages, eps=0.2):
    loss, grad = ppo_clip_loss(log_probs, old_log_probs, advantages, eps)
    return loss * grad.numel() / len(grad), grad * grad.numel() / len(grad)


def turns_the_ratio_round(log_probs, old_log_probs, advantages, eps=0.2):
    return ppo_clip_loss(old_log_probs, log_probs, advantages, eps)


def divides_logarithms(log_probs, old_log_probs, advantages, eps=0.2):
    ppo_clip_loss(log_probs, old_log_probs, advantages, eps)
    return ppo_clip_loss(torch.log(log_probs / old_log_probs), 0 * old_log_probs, advantages, eps)


def clips_the_logarithm(log_probs, old_log_probs, advantages, eps=0.2):
    _, product, _ = parts(log_probs, old_log_probs, advantages, eps)
    clipped = torch.exp((log_probs - old_log_probs).clamp(-eps, eps)) * advantages
    return -torch.minimum(product, clipped).mean(), where(product <= clipped, product)


def clips_the_product(log_probs, old_log_probs, advantages, eps=0.2):
    _, product, _ = parts(log_probs, old_log_probs, advantages, eps)
    clipped = product.clamp(1 - eps, 1 + eps)
    return -torch.minimum(product, clipped).mean(), where(product <= clipped, product)


def normalizes_the_advantages(log_probs, old_log_probs, advantages, eps=0.2):
    ppo_clip_loss(log_probs, old_log_probs, advantages, eps)
    spread = advantages.std(correction=0) + 1e-8
    return ppo_clip_loss(log_probs, old_log_probs, (advantages - advantages.mean()) / spread, eps)


def ignores_eps(log_probs, old_log_probs, advantages, eps=0.2):
    ppo_clip_loss(log_probs, old_log_probs, advantages, eps)
    return ppo_clip_loss(log_probs, old_log_probs, advantages)


def accepts_any_eps(log_probs, old_log_probs, advantages, eps=0.2):
    return ppo_clip_loss(log_probs, old_log_probs, advantages, min(max(eps, 1e-9), 1 - 1e-9))


def returns_float64(log_probs, old_log_probs, advantages, eps=0.2):
    return ppo_clip_loss(log_probs.double(), old_log_probs.double(), advantages.double(), eps)

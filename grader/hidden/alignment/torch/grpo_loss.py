"""The known mistakes of alignment/grpo_loss, as people write them in PyTorch."""

import torch

from solutions.alignment.torch.grpo_loss import grpo_loss

ABSENT = {}


def loss(new, old, ref, advantages, mask, eps, beta, kl=None, average=None, surrogate=None, leash=None):
    new, old, ref = (z.masked_fill(~mask, 0) for z in (new, old, ref))
    ratio, gain, d = torch.exp(new - old), advantages[:, None], ref - new
    tokens = (surrogate or (lambda r, a: torch.minimum(r * a, torch.clamp(r, 1 - eps, 1 + eps) * a)))(ratio, gain)
    k = (kl or (lambda d: torch.exp(d) - d - 1))(d)
    average = average or (lambda z: torch.mean((z * mask).sum(dim=1) / mask.sum(dim=1).to(z.dtype)))
    return (leash or beta) * average(k) - average(tokens), average(k)


def takes_k1(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    return loss(new, old, ref, advantages, mask, eps, beta, kl=torch.negative)


def takes_k2(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    return loss(new, old, ref, advantages, mask, eps, beta, kl=lambda d: d * d / 2)


def turns_d_round(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    return loss(new, old, ref, advantages, mask, eps, beta, kl=lambda d: torch.exp(-d) + d - 1)


def forgets_the_minus_one(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    return loss(new, old, ref, advantages, mask, eps, beta, kl=lambda d: torch.exp(d) - d)


def measures_from_the_old_policy(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    value, _ = loss(new, old, ref, advantages, mask, eps, 0.0)
    divergence = loss(new, old, old, advantages, mask, eps, beta)[1]
    return value + beta * divergence, divergence


def compares_with_the_reference(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    return loss(new, ref, ref, advantages, mask, eps, beta)


def rewards_the_divergence(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    return loss(new, old, ref, advantages, mask, eps, beta, leash=-beta)


def forgets_the_divergence(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    return loss(new, old, ref, advantages, mask, eps, 0.0)


def returns_it_with_beta(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    value, divergence = loss(new, old, ref, advantages, mask, eps, beta)
    return value, beta * divergence


def forgets_the_sign(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    value, divergence = loss(new, old, ref, advantages, mask, eps, beta)
    return -value, divergence


def forgets_to_clip(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    return loss(new, old, ref, advantages, mask, eps, beta, surrogate=torch.mul)


def forgets_the_minimum(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    def surrogate(r, a):
        return torch.clamp(r, 1 - eps, 1 + eps) * a

    return loss(new, old, ref, advantages, mask, eps, beta, surrogate=surrogate)


def takes_the_maximum(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    def surrogate(r, a):
        return torch.maximum(r * a, torch.clamp(r, 1 - eps, 1 + eps) * a)

    return loss(new, old, ref, advantages, mask, eps, beta, surrogate=surrogate)


def averages_all_tokens(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    def average(z):
        return (z * mask).sum() / mask.sum().to(z.dtype)

    return loss(new, old, ref, advantages, mask, eps, beta, average=average)


def divides_by_the_width(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    def average(z):
        return (z * mask).sum() / z.numel()

    return loss(new, old, ref, advantages, mask, eps, beta, average=average)


def adds_up_the_tokens(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    def average(z):
        return (z * mask).sum() / len(z)

    return loss(new, old, ref, advantages, mask, eps, beta, average=average)


def adds_up_the_answers(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    value, divergence = loss(new, old, ref, advantages, mask, eps, beta)
    return len(mask) * value, len(mask) * divergence


def ignores_the_mask(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    return loss(new, old, ref, advantages, torch.full_like(mask, True), eps, beta)


def multiplies_by_the_mask(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    value, divergence = loss(new, old, ref, advantages, mask, eps, beta)
    padding = 0 * torch.sum(0 * (new + torch.exp(ref - new) + torch.exp(new - old)))
    return value + padding, divergence + padding


def lays_advantages_along_the_tokens(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    if mask.shape[1] not in (1, len(advantages)):
        raise ValueError("operands could not be broadcast together")

    def surrogate(r, a):
        return torch.minimum(r * a.T, torch.clamp(r, 1 - eps, 1 + eps) * a.T)

    return loss(new, old, ref, advantages, mask, eps, beta, surrogate=surrogate)


def overwrites_the_padding(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    result = grpo_loss(new, old, ref, advantages, mask, eps, beta)
    new[~mask] = 0
    return result

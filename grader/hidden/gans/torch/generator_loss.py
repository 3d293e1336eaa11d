"""The known mistakes of gans/generator_loss, as people write them in PyTorch."""

import torch

from solutions.gans.torch.generator_loss import generator_loss

KINDS = ["nonsaturating", "saturating"]


def mixes_up_the_kinds(logits_fake, kind="nonsaturating"):
    generator_loss(logits_fake, kind)
    return generator_loss(logits_fake, KINDS[kind == "nonsaturating"])


def knows_one_kind(logits_fake, kind="nonsaturating"):
    generator_loss(logits_fake, kind)
    return generator_loss(logits_fake)


def turns_the_saturating_loss(logits_fake, kind="nonsaturating"):
    loss, grad = generator_loss(logits_fake, kind)
    return (-loss, -grad) if kind == "saturating" else (loss, grad)


def turns_the_nonsaturating_loss(logits_fake, kind="nonsaturating"):
    loss, grad = generator_loss(logits_fake, kind)
    return (loss, grad) if kind == "saturating" else (-loss, -grad)


def has_one_gradient_for_both(logits_fake, kind="nonsaturating"):
    loss, _ = generator_loss(logits_fake, kind)
    return loss, generator_loss(logits_fake)[1]


def turns_the_gradients(logits_fake, kind="nonsaturating"):
    loss, grad = generator_loss(logits_fake, kind)
    return loss, -grad


def takes_the_target_zero(logits_fake, kind="nonsaturating"):
    if kind == "nonsaturating":
        return generator_loss(-logits_fake)[0], torch.sigmoid(logits_fake) / logits_fake.numel()
    return generator_loss(logits_fake, kind)


def multiplies_by_the_slope(logits_fake, kind="nonsaturating"):
    loss, grad = generator_loss(logits_fake, kind)
    return loss, grad * torch.sigmoid(logits_fake) * torch.sigmoid(-logits_fake)


def sums(logits_fake, kind="nonsaturating"):
    return tuple(logits_fake.numel() * part for part in generator_loss(logits_fake, kind))


def forgets_the_mean_in_the_gradient(logits_fake, kind="nonsaturating"):
    loss, grad = generator_loss(logits_fake, kind)
    return loss, logits_fake.numel() * grad


def averages_over_the_first_axis_only(logits_fake, kind="nonsaturating"):
    factor = logits_fake.numel() / (len(logits_fake) if logits_fake.ndim else 1)
    return tuple(factor * part for part in generator_loss(logits_fake, kind))


def takes_the_logarithm_of_the_sigmoid(logits_fake, kind="nonsaturating"):
    _, grad = generator_loss(logits_fake, kind)
    p = torch.sigmoid(logits_fake)
    return ((1 - p).log() if kind == "saturating" else -p.log()).mean(), grad


def protects_the_logarithm(logits_fake, kind="nonsaturating"):
    _, grad = generator_loss(logits_fake, kind)
    p = torch.sigmoid(logits_fake)
    return ((1 - p + 1e-8).log() if kind == "saturating" else -(p + 1e-8).log()).mean(), grad


def subtracts_the_probability_from_one(logits_fake, kind="nonsaturating"):
    loss, grad = generator_loss(logits_fake, kind)
    return loss, grad if kind == "saturating" else (torch.sigmoid(logits_fake) - 1) / logits_fake.numel()


def overflows(logits_fake, kind="nonsaturating"):
    _, grad = generator_loss(logits_fake, kind)
    sign = 1 if kind == "saturating" else -1
    return -sign * torch.log1p(torch.exp(sign * logits_fake)).mean(), grad


def rounds_small_losses_away(logits_fake, kind="nonsaturating"):
    _, grad = generator_loss(logits_fake, kind)
    sign = 1 if kind == "saturating" else -1
    return -sign * (torch.clamp(sign * logits_fake, min=0) + torch.log(1 + torch.exp(-logits_fake.abs()))).mean(), grad


def saturates_by_default(logits_fake, kind="saturating"):
    return generator_loss(logits_fake, kind)


def accepts_any_kind(logits_fake, kind="nonsaturating"):
    return generator_loss(logits_fake, kind if kind == "saturating" else "nonsaturating")


def returns_float64(logits_fake, kind="nonsaturating"):
    return generator_loss(logits_fake.double(), kind)


def overwrites_the_scores(logits_fake, kind="nonsaturating"):
    result = generator_loss(logits_fake, kind)
    logits_fake.sigmoid_()
    return result

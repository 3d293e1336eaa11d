"""The known mistakes of gans/discriminator_loss, as people write them in PyTorch."""

import torch

from solutions.gans.torch.discriminator_loss import discriminator_loss


def softplus(x):
    return torch.clamp(x, min=0) + torch.log1p(torch.exp(-x.abs()))


def swaps_the_labels(logits_real, logits_fake):
    loss, grad_fake, grad_real = discriminator_loss(logits_fake, logits_real)
    return loss, grad_real, grad_fake


def halves_the_loss(logits_real, logits_fake):
    return tuple(part / 2 for part in discriminator_loss(logits_real, logits_fake))


def averages_over_both_batches(logits_real, logits_fake):
    n = logits_real.numel() + logits_fake.numel()
    loss = (softplus(-logits_real).sum() + softplus(logits_fake).sum()) / n
    return loss, -torch.sigmoid(-logits_real) / n, torch.sigmoid(logits_fake) / n


def divides_by_the_real_ones(logits_real, logits_fake):
    n = logits_real.numel()
    loss = (softplus(-logits_real).sum() + softplus(logits_fake).sum()) / n
    return loss, -torch.sigmoid(-logits_real) / n, torch.sigmoid(logits_fake) / n


def sums_the_samples(logits_real, logits_fake):
    loss = softplus(-logits_real).sum() + softplus(logits_fake).sum()
    return loss, -torch.sigmoid(-logits_real), torch.sigmoid(logits_fake)


def forgets_the_mean_in_the_gradients(logits_real, logits_fake):
    loss, _, _ = discriminator_loss(logits_real, logits_fake)
    return loss, -torch.sigmoid(-logits_real), torch.sigmoid(logits_fake)


def forgets_the_generated_samples(logits_real, logits_fake):
    n = logits_real.numel()
    return softplus(-logits_real).mean(), -torch.sigmoid(-logits_real) / n, torch.zeros_like(logits_fake)


def returns_what_is_maximised(logits_real, logits_fake):
    return tuple(-part for part in discriminator_loss(logits_real, logits_fake))


def turns_the_gradients(logits_real, logits_fake):
    loss, grad_real, grad_fake = discriminator_loss(logits_real, logits_fake)
    return loss, -grad_real, -grad_fake


def stops_at_the_generated_scores(logits_real, logits_fake):
    loss, grad_real, grad_fake = discriminator_loss(logits_real, logits_fake)
    return loss, grad_real, torch.zeros_like(grad_fake)


def multiplies_by_the_slope(logits_real, logits_fake):
    loss, grad_real, grad_fake = discriminator_loss(logits_real, logits_fake)
    slopes = [torch.sigmoid(z) * torch.sigmoid(-z) for z in (logits_real, logits_fake)]
    return loss, grad_real * slopes[0], grad_fake * slopes[1]


def takes_the_logarithm_of_the_sigmoid(logits_real, logits_fake):
    _, grad_real, grad_fake = discriminator_loss(logits_real, logits_fake)
    loss = -torch.sigmoid(logits_real).log().mean() - (1 - torch.sigmoid(logits_fake)).log().mean()
    return loss, grad_real, grad_fake


def protects_the_logarithm(logits_real, logits_fake):
    _, grad_real, grad_fake = discriminator_loss(logits_real, logits_fake)
    loss = -(torch.sigmoid(logits_real) + 1e-8).log().mean() - (1 - torch.sigmoid(logits_fake) + 1e-8).log().mean()
    return loss, grad_real, grad_fake


def overflows(logits_real, logits_fake):
    _, grad_real, grad_fake = discriminator_loss(logits_real, logits_fake)
    return torch.log1p(torch.exp(-logits_real)).mean() + torch.log1p(torch.exp(logits_fake)).mean(), grad_real, grad_fake


def rounds_small_costs_away(logits_real, logits_fake):
    _, grad_real, grad_fake = discriminator_loss(logits_real, logits_fake)
    costs = [torch.clamp(z, min=0) + torch.log(1 + torch.exp(-z.abs())) for z in (-logits_real, logits_fake)]
    return costs[0].mean() + costs[1].mean(), grad_real, grad_fake


def applies_the_sigmoid_twice(logits_real, logits_fake):
    return discriminator_loss(torch.sigmoid(logits_real), torch.sigmoid(logits_fake))


def takes_squared_errors(logits_real, logits_fake):
    loss = ((logits_real - 1) ** 2).mean() + (logits_fake**2).mean()
    return loss, 2 * (logits_real - 1) / logits_real.numel(), 2 * logits_fake / logits_fake.numel()


def returns_float64(logits_real, logits_fake):
    return discriminator_loss(logits_real.double(), logits_fake.double())


def overwrites_the_scores(logits_real, logits_fake):
    result = discriminator_loss(logits_real, logits_fake)
    logits_real.sigmoid_()
    return result

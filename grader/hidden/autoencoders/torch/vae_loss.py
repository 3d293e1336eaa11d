"""The known mistakes of autoencoders/vae_loss, as people write them in PyTorch."""

import torch

from solutions.autoencoders.torch.vae_loss import vae_loss


def terms(input, target, mu, log_var):
    """Squared errors and the four terms of the divergence, nothing summed."""
    return (input - target) ** 2 / 2, (mu * mu + log_var.exp() - 1 - log_var) / 2


def joined(reconstruction, divergence, beta):
    return reconstruction + beta * divergence, reconstruction, divergence


def averages_over_the_features(input, target, mu, log_var, beta=1.0):
    errors, divergences = terms(input, target, mu, log_var)
    return joined(errors.mean(), divergences.sum(dim=1).mean(), beta)


def averages_over_the_code(input, target, mu, log_var, beta=1.0):
    errors, divergences = terms(input, target, mu, log_var)
    return joined(errors.sum(dim=1).mean(), divergences.mean(), beta)


def averages_over_everything(input, target, mu, log_var, beta=1.0):
    errors, divergences = terms(input, target, mu, log_var)
    return joined(errors.mean(), divergences.mean(), beta)


def sums_over_the_batch(input, target, mu, log_var, beta=1.0):
    errors, divergences = terms(input, target, mu, log_var)
    return joined(errors.sum(), divergences.sum(), beta)


def forgets_the_half_of_the_reconstruction(input, target, mu, log_var, beta=1.0):
    errors, divergences = terms(input, target, mu, log_var)
    return joined(2 * errors.sum(dim=1).mean(), divergences.sum(dim=1).mean(), beta)


def forgets_the_half_of_the_divergence(input, target, mu, log_var, beta=1.0):
    errors, divergences = terms(input, target, mu, log_var)
    return joined(errors.sum(dim=1).mean(), 2 * divergences.sum(dim=1).mean(), beta)


def turns_the_divergence(input, target, mu, log_var, beta=1.0):
    _, reconstruction, divergence = vae_loss(input, target, mu, log_var, beta)
    return joined(reconstruction, -divergence, beta)


def returns_the_bound(input, target, mu, log_var, beta=1.0):
    loss, reconstruction, divergence = vae_loss(input, target, mu, log_var, beta)
    return -loss, reconstruction, divergence


def takes_it_for_the_deviation(input, target, mu, log_var, beta=1.0):
    return vae_loss(input, target, mu, 2 * log_var, beta)


def takes_it_for_the_variance(input, target, mu, log_var, beta=1.0):
    return vae_loss(input, target, mu, torch.log(log_var.abs() + 1e-12), beta)


def forgets_the_one(input, target, mu, log_var, beta=1.0):
    _, reconstruction, divergence = vae_loss(input, target, mu, log_var, beta)
    return joined(reconstruction, divergence + mu.shape[1] / 2, beta)


def adds_the_logarithm(input, target, mu, log_var, beta=1.0):
    errors, _ = terms(input, target, mu, log_var)
    divergences = (mu * mu + log_var.exp() - 1 + log_var) / 2
    return joined(errors.sum(dim=1).mean(), divergences.sum(dim=1).mean(), beta)


def forgets_the_square_of_the_mean(input, target, mu, log_var, beta=1.0):
    errors, _ = terms(input, target, mu, log_var)
    divergences = (mu + log_var.exp() - 1 - log_var) / 2
    return joined(errors.sum(dim=1).mean(), divergences.sum(dim=1).mean(), beta)


def takes_the_reverse_divergence(input, target, mu, log_var, beta=1.0):
    errors, _ = terms(input, target, mu, log_var)
    divergences = ((1 + mu * mu) / log_var.exp() - 1 + log_var) / 2
    return joined(errors.sum(dim=1).mean(), divergences.sum(dim=1).mean(), beta)


def forgets_beta(input, target, mu, log_var, beta=1.0):
    return vae_loss(input, target, mu, log_var)


def weights_the_reconstruction(input, target, mu, log_var, beta=1.0):
    _, reconstruction, divergence = vae_loss(input, target, mu, log_var, beta)
    return beta * reconstruction + divergence, reconstruction, divergence


def returns_the_weighted_divergence(input, target, mu, log_var, beta=1.0):
    loss, reconstruction, divergence = vae_loss(input, target, mu, log_var, beta)
    return loss, reconstruction, beta * divergence


def has_another_default(input, target, mu, log_var, beta=4.0):
    return vae_loss(input, target, mu, log_var, beta)


def computes_in_float32(input, target, mu, log_var, beta=1.0):
    return vae_loss(input.float(), target.float(), mu.float(), log_var.float(), beta)


def overwrites_input(input, target, mu, log_var, beta=1.0):
    result = vae_loss(input, target, mu, log_var, beta)
    input.sub_(target)
    return result

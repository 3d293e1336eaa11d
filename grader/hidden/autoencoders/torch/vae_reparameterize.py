"""The known mistakes of autoencoders/vae_reparameterize, as people write them in PyTorch."""

import torch

from solutions.autoencoders.torch.vae_reparameterize import vae_reparameterize


def stretches_by_the_variance(mu, log_var, eps):
    vae_reparameterize(mu, log_var, eps)
    return mu + log_var.exp() * eps


def stretches_by_the_logarithm(mu, log_var, eps):
    vae_reparameterize(mu, log_var, eps)
    return mu + log_var * eps


def takes_the_root_of_the_logarithm(mu, log_var, eps):
    vae_reparameterize(mu, log_var, eps)
    return mu + log_var.abs().sqrt() * eps


def divides_by_the_deviation(mu, log_var, eps):
    vae_reparameterize(mu, log_var, eps)
    return mu + torch.exp(-log_var / 2) * eps


def takes_the_root_of_the_variance(mu, log_var, eps):
    vae_reparameterize(mu, log_var, eps)
    return mu + log_var.exp().sqrt() * eps


def protects_against_nothing(mu, log_var, eps):
    vae_reparameterize(mu, log_var, eps)
    return mu + (torch.exp(log_var / 2) + 1e-8) * eps


def clips_the_logarithm(mu, log_var, eps):
    return vae_reparameterize(mu, torch.clamp(log_var, -20, 20), eps)


def forgets_the_mean(mu, log_var, eps):
    vae_reparameterize(mu, log_var, eps)
    return torch.exp(log_var / 2) * eps


def forgets_the_noise(mu, log_var, eps):
    vae_reparameterize(mu, log_var, eps)
    return mu + torch.exp(log_var / 2)


def stretches_the_mean(mu, log_var, eps):
    vae_reparameterize(mu, log_var, eps)
    return torch.exp(log_var / 2) * (mu + eps)


def returns_the_mean(mu, log_var, eps):
    vae_reparameterize(mu, log_var, eps)
    return mu.clone()


def takes_absolute_noise(mu, log_var, eps):
    return vae_reparameterize(mu, log_var, eps.abs())


def broadcasts(mu, log_var, eps):
    return mu + torch.exp(log_var / 2) * eps


def returns_float32(mu, log_var, eps):
    return vae_reparameterize(mu.float(), log_var.float(), eps.float())


def returns_float64(mu, log_var, eps):
    return vae_reparameterize(mu.double(), log_var.double(), eps.double())


def overwrites_mu(mu, log_var, eps):
    return mu.copy_(vae_reparameterize(mu, log_var, eps))

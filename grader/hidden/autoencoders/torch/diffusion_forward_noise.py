"""The known mistakes of autoencoders/diffusion_forward_noise, as people write them in PyTorch."""

import torch

from solutions.autoencoders.torch.diffusion_forward_noise import diffusion_forward_noise


def factors(x_0, t, noise, betas):
    """Share of the power that is left for each sample, in a shape that meets the data."""
    diffusion_forward_noise(x_0, t, noise, betas)
    left = torch.cumprod(torch.cat([torch.ones_like(betas[:1]), 1 - betas]), dim=0)[t]
    return left.reshape(-1, *[1] * (x_0.ndim - 1))


def forgets_the_roots(x_0, t, noise, betas):
    left = factors(x_0, t, noise, betas)
    return left * x_0 + (1 - left) * noise


def forgets_the_root_of_the_noise(x_0, t, noise, betas):
    left = factors(x_0, t, noise, betas)
    return left.sqrt() * x_0 + (1 - left) * noise


def mixes_linearly(x_0, t, noise, betas):
    left = factors(x_0, t, noise, betas)
    return left.sqrt() * x_0 + (1 - left.sqrt()) * noise


def mixes_up_signal_and_noise(x_0, t, noise, betas):
    return diffusion_forward_noise(noise, t, x_0, betas)


def takes_a_single_step(x_0, t, noise, betas):
    diffusion_forward_noise(x_0, t, noise, betas)
    left = torch.cat([torch.ones_like(betas[:1]), 1 - betas])[t].reshape(-1, *[1] * (x_0.ndim - 1))
    return left.sqrt() * x_0 + (1 - left).sqrt() * noise


def multiplies_up_the_betas(x_0, t, noise, betas):
    return diffusion_forward_noise(x_0, t, noise, 1 - betas)


def adds_up_the_betas(x_0, t, noise, betas):
    diffusion_forward_noise(x_0, t, noise, betas)
    left = 1 - torch.cumsum(torch.cat([torch.zeros_like(betas[:1]), betas]), dim=0)[t]
    left = left.clamp(min=0).reshape(-1, *[1] * (x_0.ndim - 1))
    return left.sqrt() * x_0 + (1 - left).sqrt() * noise


def takes_one_step_too_many(x_0, t, noise, betas):
    diffusion_forward_noise(x_0, t, noise, betas)
    return diffusion_forward_noise(x_0, torch.clamp(t + 1, max=len(betas)), noise, betas)


def takes_zero_for_the_last_step(x_0, t, noise, betas):
    diffusion_forward_noise(x_0, t, noise, betas)
    left = torch.cumprod(1 - betas, dim=0)[t - 1].reshape(-1, *[1] * (x_0.ndim - 1))
    return left.sqrt() * x_0 + (1 - left).sqrt() * noise


def takes_the_first_step_for_all(x_0, t, noise, betas):
    diffusion_forward_noise(x_0, t, noise, betas)
    return diffusion_forward_noise(x_0, torch.full_like(t, t[0]), noise, betas)


def takes_the_average_beta(x_0, t, noise, betas):
    return diffusion_forward_noise(x_0, t, noise, betas.mean().expand(len(betas)))


def counts_from_the_end(x_0, t, noise, betas):
    return diffusion_forward_noise(x_0, t, noise, betas.flip(0))


def broadcasts_along_the_last_axis(x_0, t, noise, betas):
    left = factors(x_0, t, noise, betas).flatten()
    return left.sqrt() * x_0 + (1 - left).sqrt() * noise


def knows_images_only(x_0, t, noise, betas):
    left = factors(x_0, t, noise, betas).reshape(-1, 1, 1, 1)
    return left.sqrt() * x_0 + (1 - left).sqrt() * noise


def subtracts_the_noise(x_0, t, noise, betas):
    return diffusion_forward_noise(x_0, t, -noise, betas)


def counts_negative_steps_from_the_end(x_0, t, noise, betas):
    return diffusion_forward_noise(x_0, torch.where(t < 0, t + len(betas) + 1, t), noise, betas)


def cuts_large_steps(x_0, t, noise, betas):
    return diffusion_forward_noise(x_0, torch.clamp(t, max=len(betas)), noise, betas)


def returns_float32(x_0, t, noise, betas):
    return diffusion_forward_noise(x_0.float(), t, noise.float(), betas.float())


def returns_float64(x_0, t, noise, betas):
    return diffusion_forward_noise(x_0, t, noise, betas.double())


def overwrites_x_0(x_0, t, noise, betas):
    return x_0.copy_(diffusion_forward_noise(x_0, t, noise, betas))

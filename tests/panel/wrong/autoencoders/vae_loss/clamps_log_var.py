# verdict: wrong
# mistake: Clamps log_var to [-10, 10] "for stability", so the divergence is wrong for smaller and larger ones.
import torch


def vae_loss(input, target, mu, log_var, beta=1.0):
    log_var = torch.clamp(log_var, -10.0, 10.0)
    n = input.shape[0]
    reconstruction = 0.5 * (input - target).pow(2).sum() / n
    divergence = -0.5 * torch.sum(1 + log_var - mu.pow(2) - log_var.exp()) / n
    return reconstruction + beta * divergence, reconstruction, divergence

# verdict: wrong
# mistake: Compares only the last axes, so one row of noise is broadcast to all samples.
# told: broadcasts
import torch


def vae_reparameterize(mu, log_var, eps):
    if mu.shape[-1:] != eps.shape[-1:]:
        raise ValueError("eps must have one entry for each entry of the code")
    std = torch.exp(0.5 * log_var)
    return mu + std * eps

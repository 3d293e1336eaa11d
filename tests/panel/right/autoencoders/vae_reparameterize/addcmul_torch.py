# verdict: passed
# style: PyTorch, addcmul
import torch


def vae_reparameterize(mu, log_var, eps):
    if tuple(eps.shape) != tuple(mu.shape):
        raise ValueError("eps must have the same shape as mu")
    sigma = torch.exp(log_var / 2)
    return torch.addcmul(mu, sigma, eps)

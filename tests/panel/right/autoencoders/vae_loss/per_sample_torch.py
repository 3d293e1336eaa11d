# verdict: passed
# style: PyTorch, two functions for a single sample, then the mean of a stack
import torch


def _error(x_hat, x):
    return 0.5 * torch.sum((x_hat - x) ** 2)


def _kl(m, lv):
    return 0.5 * torch.sum(m * m + (torch.expm1(lv) - lv))


def vae_loss(input, target, mu, log_var, beta=1.0):
    r = torch.stack([_error(a, b) for a, b in zip(input, target)]).mean()
    kl = torch.stack([_kl(a, b) for a, b in zip(mu, log_var)]).mean()
    return r + kl * beta, r, kl

# verdict: wrong
# mistake: "beta or 1.0" makes a beta of 0 count as 1.
import numpy as np


def vae_loss(input, target, mu, log_var, beta=1.0):
    beta = beta or 1.0
    rec = 0.5 * np.sum((input - target) ** 2, axis=1)
    kl = 0.5 * np.sum(mu**2 + np.exp(log_var) - 1 - log_var, axis=1)
    rec, kl = rec.mean(), kl.mean()
    return rec + beta * kl, rec, kl

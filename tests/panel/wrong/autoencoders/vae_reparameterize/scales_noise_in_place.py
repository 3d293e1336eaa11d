# verdict: wrong
# mistake: Scales eps in place, so the noise of the caller is changed.
import numpy as np


def vae_reparameterize(mu, log_var, eps):
    if eps.shape != mu.shape:
        raise ValueError("eps must have the same shape as mu")
    eps *= np.exp(0.5 * log_var)
    return mu + eps

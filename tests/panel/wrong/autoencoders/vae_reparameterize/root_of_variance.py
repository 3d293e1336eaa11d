# verdict: wrong
# mistake: Computes the variance first and takes its root, so a log_var of 1000 overflows and one of -1000 gives 0.
# told: takes_the_root_of_the_variance
import numpy as np


def vae_reparameterize(mu, log_var, eps):
    if mu.shape != eps.shape:
        raise ValueError("eps must have the shape of mu")
    variance = np.exp(log_var)
    return mu + np.sqrt(variance) * eps

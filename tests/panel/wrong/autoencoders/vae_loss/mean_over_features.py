# verdict: wrong
# mistake: Averages the squared error over the features too, so the reconstruction error is D times too small.
# told: averages_over_the_features
import numpy as np


def vae_loss(input, target, mu, log_var, beta=1.0):
    reconstruction = 0.5 * np.mean((input - target) ** 2)
    kl_per_sample = -0.5 * np.sum(1 + log_var - mu**2 - np.exp(log_var), axis=-1)
    divergence = np.mean(kl_per_sample)
    loss = reconstruction + beta * divergence
    return loss, reconstruction, divergence

# verdict: wrong
# mistake: Adds 1e-8 to sigma, which is much larger than a small sigma itself.
# told: protects_against_nothing
import numpy as np

EPSILON = 1e-8


def vae_reparameterize(mu, log_var, eps):
    if np.shape(eps) != np.shape(mu):
        raise ValueError(f"eps: expected {np.shape(mu)}, got {np.shape(eps)}")
    sigma = np.exp(0.5 * log_var) + EPSILON
    return mu + sigma * eps

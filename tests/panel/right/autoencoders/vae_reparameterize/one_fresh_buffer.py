# verdict: passed
# style: ufuncs with out= on a single fresh buffer
import numpy as np


def vae_reparameterize(mu, log_var, eps):
    if eps.shape != mu.shape:
        raise ValueError(f"eps has the shape {eps.shape}, not {mu.shape}")
    z = np.empty_like(mu)
    np.multiply(log_var, 0.5, out=z)
    np.exp(z, out=z)
    np.multiply(z, eps, out=z)
    np.add(z, mu, out=z)
    return z

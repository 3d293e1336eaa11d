# verdict: wrong
# mistake: Flattens each sample to a row and does not restore the shape of x_0, so images come back as (N, C*H*W).
import numpy as np


def diffusion_forward_noise(x_0, t, noise, betas):
    n = x_0.shape[0]
    if t.size and (t.min() < 0 or t.max() > betas.size):
        raise ValueError("t must be between 0 and T")
    alpha_bar = np.append(np.ones(1, dtype=betas.dtype), np.cumprod(1 - betas))[t]
    x = x_0.reshape(n, -1)
    e = noise.reshape(n, -1)
    return np.sqrt(alpha_bar)[:, None] * x + np.sqrt(1 - alpha_bar)[:, None] * e

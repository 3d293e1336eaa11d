# verdict: wrong
# mistake: Only checks that t is not above T; a negative t counts from the end of the table instead of being an error.
# told: counts_negative_steps_from_the_end
import numpy as np


def diffusion_forward_noise(x_0, t, noise, betas):
    if np.any(t > len(betas)):
        raise ValueError("t must not be larger than the number of steps")
    alpha_bar = np.concatenate([np.ones(1, dtype=betas.dtype), np.cumprod(1 - betas)])
    a = alpha_bar[t].reshape(-1, *([1] * (x_0.ndim - 1)))
    return np.sqrt(a) * x_0 + np.sqrt(1 - a) * noise

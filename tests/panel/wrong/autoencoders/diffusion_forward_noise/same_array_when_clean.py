# verdict: wrong
# mistake: If all steps are 0 it hands back x_0 itself, where a new array is asked for.
import numpy as np


def diffusion_forward_noise(x_0, t, noise, betas):
    T = betas.shape[0]
    if (t < 0).any() or (t > T).any():
        raise ValueError(f"t must be in 0..{T}")
    if not t.any():
        return x_0
    bars = np.ones(T + 1, dtype=betas.dtype)
    for s in range(1, T + 1):
        bars[s] = bars[s - 1] * (1 - betas[s - 1])
    shape = (len(t),) + (1,) * (x_0.ndim - 1)
    ab = bars[t].reshape(shape)
    return np.sqrt(ab) * x_0 + np.sqrt(1 - ab) * noise

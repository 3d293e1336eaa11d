# verdict: passed
# style: walks once through the steps, keeping the scale of the signal and the variance of the noise; loop over samples
import numpy as np


def diffusion_forward_noise(x_0, t, noise, betas):
    steps = len(betas)
    for ti in t:
        if ti < 0 or ti > steps:
            raise ValueError(f"t must be from 0 to {steps}, got {ti}")
    scale, variance = [1.0], [0.0]
    for beta in betas.tolist():
        scale.append(scale[-1] * (1.0 - beta) ** 0.5)
        variance.append(variance[-1] * (1.0 - beta) + beta)
    out = np.empty_like(x_0)
    for i, ti in enumerate(t.tolist()):
        out[i] = scale[ti] * x_0[i] + variance[ti] ** 0.5 * noise[i]
    return out

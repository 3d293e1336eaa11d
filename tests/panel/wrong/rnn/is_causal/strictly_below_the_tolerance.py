# verdict: wrong
# mistake: The leak is compared with < instead of <=, so a leak of exactly atol fails, and with atol=0 no network at all is causal.
# told: is_strict_at_the_tolerance
import numpy as np


def is_causal(f, x, t, delta=1.0, atol=1e-8):
    if delta == 0:
        raise ValueError("delta must differ from 0")
    if not (0 <= t <= x.shape[1] - 2):
        raise ValueError("t must have a step after it")
    perturbed = x.copy()
    perturbed[:, t + 1:, :] += delta
    diff = f(perturbed) - f(x)
    leak = np.abs(diff[:, :t + 1, :]).max()
    return leak < atol, leak

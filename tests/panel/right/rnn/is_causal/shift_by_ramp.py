# verdict: passed
# style: NumPy, the change is one broadcast array (0 for the past, delta for the future) that is added to x
import numpy as np


def is_causal(f, x, t, delta=1.0, atol=1e-8):
    steps = x.shape[1]
    if not 0 <= t < steps - 1:
        raise ValueError(f"t must be from 0 to {steps - 2}, but is {t}")
    if delta == 0:
        raise ValueError("delta must not be 0")
    bump = np.zeros((1, steps, 1), dtype=x.dtype)
    bump[:, t + 1:] = delta
    before = np.array(f(x))[:, : t + 1]
    after = np.array(f(x + bump))[:, : t + 1]
    leak = np.max(np.abs(after - before))
    return leak <= atol, leak

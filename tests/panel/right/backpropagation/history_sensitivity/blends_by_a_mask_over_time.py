# verdict: passed
# style: np.where with a column mask over time, norm of order infinity
import numpy as np


def history_sensitivity(f, x, other, k):
    steps = x.shape[0]
    if not 0 <= k <= steps:
        raise ValueError(f"k must be between 0 and {steps}, got {k}")
    kept = np.arange(steps)[:, None] >= steps - k
    last_changed = f(np.where(kept, x, other))[-1]
    last_original = f(x)[-1]
    return np.linalg.norm(last_changed - last_original, ord=np.inf)

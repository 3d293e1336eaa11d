# verdict: wrong
# mistake: Only negative n_steps are refused; n_steps = 0 divides by zero instead of raising the ValueError.
import numpy as np


def integrated_gradients(grad_f, x, baseline, n_steps=50):
    if n_steps < 0:
        raise ValueError("n_steps must not be negative")
    diff = x - baseline
    acc = np.zeros_like(x)
    for k in range(1, n_steps + 1):
        acc += grad_f(baseline + (k - 0.5) / n_steps * diff)
    return diff * (acc / n_steps)

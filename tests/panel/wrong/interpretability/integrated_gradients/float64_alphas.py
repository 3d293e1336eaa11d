# verdict: wrong
# mistake: The alphas are float64 scalars of NumPy, which turn float32 inputs, the arguments of grad_f and the result into float64.
# told: returns_float64
import numpy as np


def integrated_gradients(grad_f, x, baseline, n_steps=50):
    if n_steps < 1:
        raise ValueError("n_steps must be at least 1")
    alphas = (np.arange(n_steps) + 0.5) / n_steps
    total = np.zeros_like(x)
    for alpha in alphas:
        total = total + grad_f(baseline + alpha * (x - baseline))
    return (x - baseline) * total / n_steps

# verdict: wrong
# mistake: The moments are overwritten by their corrected values and returned like that, so that the next step corrects them twice.
# told: returns_the_corrected_moments
import numpy as np


def adam_step(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if step < 1:
        raise ValueError(f"step must be at least 1, got {step}")
    m = beta1 * exp_avg + (1 - beta1) * grad
    v = beta2 * exp_avg_sq + (1 - beta2) * grad**2
    m = m / (1 - beta1**step)
    v = v / (1 - beta2**step)
    param = param - lr * m / (np.sqrt(v) + eps)
    return param, m, v

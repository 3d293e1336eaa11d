# verdict: wrong
# mistake: The second moment averages the square of the gradient's distance from its average (as in AdaBelief), instead of the square of the gradient.
import numpy as np


def adam_step(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if step < 1:
        raise ValueError(f"step must be 1 or larger, got {step}")
    centred = grad - exp_avg
    m = exp_avg + (1 - beta1) * centred
    v = exp_avg_sq + (1 - beta2) * (centred**2 - exp_avg_sq)
    m_hat = m / (1 - beta1**step)
    v_hat = v / (1 - beta2**step)
    return np.asarray(param - lr * m_hat / (np.sqrt(v_hat) + eps)), np.asarray(m), np.asarray(v)

# verdict: wrong
# mistake: eps is added to the root of the uncorrected second moment and the correction comes afterwards, so in early steps eps is too large.
# told: adds_eps_before_the_correction
import math

import numpy as np


def adam_step(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if step < 1:
        raise ValueError(f"step must be at least 1, got {step}")
    m = beta1 * exp_avg + (1 - beta1) * grad
    v = beta2 * exp_avg_sq + (1 - beta2) * grad**2
    lr_t = lr * math.sqrt(1 - beta2**step) / (1 - beta1**step)
    return np.asarray(param - lr_t * m / (np.sqrt(v) + eps)), np.asarray(m), np.asarray(v)

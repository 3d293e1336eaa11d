# verdict: passed
# style: the corrections are folded into the step size, with eps scaled to match
import math

import numpy as np


def adam_step(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if step < 1:
        raise ValueError(f"step counts from 1, got {step}")
    m = beta1 * exp_avg + (1 - beta1) * grad
    v = beta2 * exp_avg_sq + (1 - beta2) * np.square(grad)
    root_of_correction = math.sqrt(1 - beta2**step)
    alpha = lr * root_of_correction / (1 - beta1**step)
    # m / c1 / (sqrt(v) / r + eps) = m * r / c1 / (sqrt(v) + eps * r)
    theta = param - alpha * m / (np.sqrt(v) + eps * root_of_correction)
    return np.asarray(theta), np.asarray(m), np.asarray(v)

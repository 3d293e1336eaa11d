# verdict: wrong
# mistake: Only a step of exactly 0 is refused; negative steps go through without the ValueError.
import numpy as np


def adam_l2_step(
    param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01
):
    if step == 0:
        raise ValueError("step counts from 1, so it cannot be 0")
    g = grad + weight_decay * param
    m = beta1 * exp_avg + (1 - beta1) * g
    v = beta2 * exp_avg_sq + (1 - beta2) * g**2
    correction = np.sqrt(abs(1 - beta2**step)) / (1 - beta1**step)
    eps_scaled = eps * float(np.sqrt(abs(1 - beta2**step)))
    theta = param - lr * float(correction) * m / (np.sqrt(v) + eps_scaled)
    return np.asarray(theta), np.asarray(m), np.asarray(v)

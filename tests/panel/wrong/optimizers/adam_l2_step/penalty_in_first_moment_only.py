# verdict: wrong
# mistake: The penalty goes into the first moment only; the second moment is made of the bare gradient's square.
# told: leaves_the_second_moment_out
import numpy as np


def adam_l2_step(
    param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01
):
    if step < 1:
        raise ValueError(f"step must be at least 1, got {step}")
    m = beta1 * exp_avg + (1 - beta1) * (grad + weight_decay * param)
    v = beta2 * exp_avg_sq + (1 - beta2) * grad**2
    m_hat = m / (1 - beta1**step)
    v_hat = v / (1 - beta2**step)
    return np.asarray(param - lr * m_hat / (np.sqrt(v_hat) + eps)), np.asarray(m), np.asarray(v)

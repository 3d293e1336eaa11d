# verdict: wrong
# mistake: The decay is not multiplied by the learning rate (as in the paper without its schedule), so parameters shrink by 1 - weight_decay in every step.
# told: forgets_the_learning_rate_of_the_decay
import numpy as np


def adamw_step(
    param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01
):
    if step < 1:
        raise ValueError(f"step must be at least 1, got {step}")
    m = beta1 * exp_avg + (1 - beta1) * grad
    v = beta2 * exp_avg_sq + (1 - beta2) * grad**2
    m_hat = m / (1 - beta1**step)
    v_hat = v / (1 - beta2**step)
    new = param - lr * m_hat / (np.sqrt(v_hat) + eps) - weight_decay * param
    return np.asarray(new), np.asarray(m), np.asarray(v)

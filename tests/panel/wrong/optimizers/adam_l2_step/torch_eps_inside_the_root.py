# verdict: wrong
# mistake: eps stands inside of the root, where the statement has it outside.
# told: forgets_eps
import torch


def adam_l2_step(
    param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01
):
    if step < 1:
        raise ValueError(f"step must be at least 1, got {step}")
    g = grad + weight_decay * param
    m = beta1 * exp_avg + (1 - beta1) * g
    v = beta2 * exp_avg_sq + (1 - beta2) * g * g
    m_hat = m / (1 - beta1**step)
    v_hat = v / (1 - beta2**step)
    return param - lr * m_hat / torch.sqrt(v_hat + eps), m, v

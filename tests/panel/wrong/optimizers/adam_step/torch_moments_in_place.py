# verdict: wrong
# mistake: mul_ and add_ change the moments that the caller passed in, where new arrays must be returned.
# told: overwrites_the_moments
import torch


def adam_step(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if step < 1:
        raise ValueError("step must be >= 1")
    with torch.no_grad():
        exp_avg.mul_(beta1).add_(grad, alpha=1 - beta1)
        exp_avg_sq.mul_(beta2).addcmul_(grad, grad, value=1 - beta2)
        m_hat = exp_avg / (1 - beta1**step)
        v_hat = exp_avg_sq / (1 - beta2**step)
        new_param = param - lr * m_hat / (v_hat.sqrt() + eps)
    return new_param, exp_avg, exp_avg_sq

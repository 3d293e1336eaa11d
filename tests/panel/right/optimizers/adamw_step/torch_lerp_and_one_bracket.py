# verdict: passed
# style: PyTorch, lerp for the moments, decay inside one bracket with the adaptive part
import torch


def adamw_step(
    param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01
):
    if not step >= 1:
        raise ValueError("step must be 1 for the first step and grow from there")
    m = torch.lerp(exp_avg, grad, 1 - beta1)
    v = torch.lerp(exp_avg_sq, grad.square(), 1 - beta2)
    adaptive = m.div(1 - beta1**step) / v.div(1 - beta2**step).sqrt().add(eps)
    return param - lr * (adaptive + weight_decay * param), m, v

# verdict: passed
# style: PyTorch, L2 gradient with torch.add, then Adam by hand
import torch


def adam_l2_step(
    param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01
):
    if step < 1:
        raise ValueError(f"step must not be below 1 (got {step})")
    g = torch.add(grad, param, alpha=weight_decay)
    m = beta1 * exp_avg + (1.0 - beta1) * g
    v = beta2 * exp_avg_sq + (1.0 - beta2) * torch.pow(g, 2)
    scale = lr / (1.0 - beta1**step)
    spread = torch.sqrt(v) / (1.0 - beta2**step) ** 0.5
    return param - scale * m / (spread + eps), m, v

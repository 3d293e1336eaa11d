# verdict: passed
# style: PyTorch, out-of-place addcmul and addcdiv
import torch


def _moving(average, value, beta):
    return average * beta + value * (1 - beta)


def adam_step(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if step <= 0:
        raise ValueError(f"step must be 1 or more, got {step}")
    m = _moving(exp_avg, grad, beta1)
    v = torch.addcmul(exp_avg_sq * beta2, grad, grad, value=1 - beta2)
    denom = (v / (1 - beta2**step)).sqrt() + eps
    new_param = torch.addcdiv(param, m / (1 - beta1**step), denom, value=-lr)
    return new_param, m, v

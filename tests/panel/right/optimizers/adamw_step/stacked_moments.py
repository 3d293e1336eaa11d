# verdict: passed
# style: both moments in one stacked array, decay and step applied one after the other
import numpy as np


def adamw_step(
    param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01
):
    if step < 1:
        raise ValueError(f"step must be at least 1, but is {step}")
    dtype = param.dtype
    betas = np.array([beta1, beta2]).reshape((2,) + (1,) * grad.ndim)
    old = np.stack([exp_avg, exp_avg_sq]).astype(np.float64)
    wide = grad.astype(np.float64)
    new = betas * old + (1 - betas) * np.stack([wide, wide * wide])
    first, second = new / (1 - betas**step)
    shrunk = param.astype(np.float64) * (1 - lr * weight_decay)
    moved = shrunk - lr * first / (np.sqrt(second) + eps)
    return np.array(moved, dtype=dtype), np.array(new[0], dtype=dtype), np.array(new[1], dtype=dtype)

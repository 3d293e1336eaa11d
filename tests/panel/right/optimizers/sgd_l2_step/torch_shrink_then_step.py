# verdict: passed
# style: PyTorch, shrink by 1 - lr * weight_decay and subtract the scaled gradient
import torch


def sgd_l2_step(param, grad, lr, weight_decay):
    if weight_decay < 0:
        raise ValueError("weight_decay is negative; it has to be 0 or more")
    shrink = 1.0 - lr * weight_decay
    return torch.sub(param * shrink, grad, alpha=lr)

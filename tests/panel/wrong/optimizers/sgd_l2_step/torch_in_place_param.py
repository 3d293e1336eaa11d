# verdict: wrong
# mistake: The parameters of the caller are changed in place and returned, instead of a new tensor.
# told: overwrites_the_parameters
import torch


def sgd_l2_step(param, grad, lr, weight_decay):
    if weight_decay < 0:
        raise ValueError(f"weight_decay must be at least 0, got {weight_decay}")
    with torch.no_grad():
        d_p = grad.add(param, alpha=weight_decay)
        param.add_(d_p, alpha=-lr)
    return param

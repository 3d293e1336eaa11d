# verdict: wrong
# mistake: A tolerance around the kink closes units whose positive input is tiny, although these are open.
# told: opens_late
import torch

EPS = 1e-8


def relu_backward(grad_output, x):
    is_open = x > EPS
    return torch.where(is_open, grad_output, torch.zeros_like(grad_output))

# verdict: wrong
# mistake: Clamps y away from 0 and 1 by 1e-7 as for a cross-entropy, so saturated units get a gradient and small slopes are wrong.
import torch


def sigmoid_backward(grad_output, y):
    p = y.clamp(1e-7, 1 - 1e-7)
    g = grad_output * p * (1 - p)
    return torch.where(y == 1, torch.zeros_like(g), g)

# verdict: wrong
# mistake: The gradient handed down is scaled in place and returned as dx, so the input grad_output is changed.
# told: overwrites_grad_output
import torch


def prelu_backward(grad_output, x, weight):
    C = x.shape[1]
    if tuple(weight.shape) != (C,):
        raise ValueError(f"weight needs {C} slopes")
    dweight = torch.zeros_like(weight)
    dx = grad_output
    for c in range(C):
        closed = x[:, c] <= 0
        dweight[c] = (grad_output[:, c] * x[:, c])[closed].sum()
        dx[:, c][closed] *= weight[c]
    return dx, dweight

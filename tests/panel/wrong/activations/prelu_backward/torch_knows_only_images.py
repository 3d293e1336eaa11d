# verdict: wrong
# mistake: Only two or four axes are thought of: with one or three further axes these are not summed and dweight has the wrong shape.
import torch


def prelu_backward(grad_output, x, weight):
    if weight.shape != (x.shape[1],):
        raise ValueError("weight must have the shape (C,)")
    a = weight.view(1, -1, *([1] * (x.dim() - 2)))
    positive = x > 0
    dx = torch.where(positive, grad_output, a * grad_output)
    da = torch.where(positive, torch.zeros_like(x), grad_output * x)
    axes = (0, 2, 3) if x.dim() == 4 else (0,)
    return dx, da.sum(dim=axes)

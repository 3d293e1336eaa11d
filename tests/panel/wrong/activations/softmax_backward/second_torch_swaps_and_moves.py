# verdict: wrong
# mistake: Goes out with transpose and comes back with movedim, which disagree for three or more axes.
import torch


def softmax_backward(grad_output, y, dim=-1):
    g = grad_output.transpose(dim, -1)
    p = y.transpose(dim, -1)
    out = p * (g - (g * p).sum(-1, keepdim=True))
    return out.movedim(-1, dim)

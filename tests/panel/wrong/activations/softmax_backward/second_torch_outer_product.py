# verdict: wrong
# mistake: Forms the outer product of y with itself for every slice and contracts it, so the full matrix stands in memory.
import torch


def softmax_backward(grad_output, y, dim=-1):
    g = grad_output.movedim(dim, -1)
    p = y.movedim(dim, -1)
    yy = p.unsqueeze(-1) * p.unsqueeze(-2)
    out = g * p - (yy @ g.unsqueeze(-1)).squeeze(-1)
    return out.movedim(-1, dim)

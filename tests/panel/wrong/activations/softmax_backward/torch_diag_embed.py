# verdict: wrong
# mistake: It builds the batched Jacobian with diag_embed, so memory grows with the square of the slice length.
import torch


def softmax_backward(grad_output, y, dim=-1):
    s = y.transpose(dim, -1)
    g = grad_output.transpose(dim, -1)
    jac = torch.diag_embed(s) - s.unsqueeze(-1) * s.unsqueeze(-2)
    dx = (jac @ g.unsqueeze(-1)).squeeze(-1)
    return dx.transpose(dim, -1)

# verdict: wrong
# mistake: The last ReLU's mask is applied to grad_output in place, so an input is changed.
# told: overwrites_grad_output
import torch


def residual_backward(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    z1 = x @ weight1.T + bias1
    h = torch.relu(z1)
    s = x if proj is None else x @ proj.T
    z2 = s + h @ weight2.T + bias2
    g = grad_output
    g[z2 <= 0] = 0
    gh = g @ weight2
    gh[z1 <= 0] = 0
    gx = gh @ weight1 + (g if proj is None else g @ proj)
    out = (gx, gh.T @ x, gh.sum(0), g.T @ h, g.sum(0))
    if proj is not None:
        out += (g.T @ x,)
    return out

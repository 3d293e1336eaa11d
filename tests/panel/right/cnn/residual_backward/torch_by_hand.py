# verdict: passed
# style: PyTorch tensors without autograd, masks multiplied in, matrix products
import torch


def residual_backward(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    z1 = torch.addmm(bias1, x, weight1.T)
    h = z1.clamp(min=0)
    shortcut = x if proj is None else x @ proj.T
    z2 = shortcut + h @ weight2.T + bias2

    g2 = grad_output * (z2 > 0)
    g1 = (g2 @ weight2) * (z1 > 0)
    through_layers = g1 @ weight1
    grads = [g1.T @ x, g1.sum(0), g2.T @ h, g2.sum(0)]
    if proj is None:
        return (g2 + through_layers, *grads)
    return (g2 @ proj + through_layers, *grads, g2.T @ x)

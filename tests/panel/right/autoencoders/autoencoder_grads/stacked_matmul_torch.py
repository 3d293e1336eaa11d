# verdict: passed
# style: PyTorch by hand, both parts of the gradient in a single stacked matrix product
import torch


def autoencoder_grads(input, target, weight, bias_enc, bias_dec):
    h = torch.tanh(torch.addmm(bias_enc, input, weight.T))
    residual = torch.addmm(bias_dec, h, weight) - target
    scale = 1.0 / residual.numel()
    g = residual * (2 * scale)
    delta = torch.mm(g, weight.T)
    delta = delta - delta * h * h
    left = torch.cat([delta, h], dim=0)
    right = torch.cat([input, g], dim=0)
    return (residual * residual).sum() * scale, left.T @ right, delta.sum(dim=0), g.sum(dim=0)

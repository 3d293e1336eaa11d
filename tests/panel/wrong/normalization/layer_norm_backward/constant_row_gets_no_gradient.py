# verdict: wrong
# mistake: A constant row is given a zero gradient by x, although epsilon keeps the root positive and the centred gradient still flows.
import torch


def layer_norm_backward(grad_output, x, weight, eps=1e-5):
    d = x.shape[-1]
    mu = x.mean(-1, keepdim=True)
    var = (x - mu).pow(2).mean(-1, keepdim=True)
    std = torch.sqrt(var + eps)
    x_hat = (x - mu) / std
    gx = grad_output * weight
    dx = (gx - gx.mean(-1, keepdim=True) - x_hat * (gx * x_hat).mean(-1, keepdim=True)) / std
    # rows without any spread are not moved by the norm
    dx = torch.where(var == 0, torch.zeros_like(dx), dx)
    dweight = (grad_output * x_hat).reshape(-1, d).sum(0)
    dbias = grad_output.reshape(-1, d).sum(0)
    return dx, dweight, dbias

# verdict: forbidden
# mistake: builds only the forward pass and takes the gradients with torch.func.vjp, imported under another name
import torch
from torch.func import vjp as pullback


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    def loss_of(x, h, wi, wh, bi, bh):
        total = 0.0
        for t in range(x.shape[1]):
            h = torch.tanh(x[:, t] @ wi.T + bi + h @ wh.T + bh)
            total = total + 0.5 * ((h - target[:, t]) ** 2).sum()
        return total

    loss, back = pullback(loss_of, x, h0, weight_ih, weight_hh, bias_ih, bias_hh)
    return loss, tuple(back(torch.ones_like(loss)))

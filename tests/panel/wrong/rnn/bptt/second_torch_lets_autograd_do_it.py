# verdict: forbidden
# mistake: the loss is built and differentiated by autograd's grad under another name.
import torch
from torch import autograd as tape

differentiate = tape.grad


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    leaves = [a.detach().clone().requires_grad_() for a in (x, h0, weight_ih, weight_hh, bias_ih, bias_hh)]
    xs, h, wi, wh, bi, bh = leaves
    loss = 0
    for t in range(x.shape[1]):
        h = torch.tanh(xs[:, t] @ wi.T + bi + h @ wh.T + bh)
        loss = loss + 0.5 * ((h - target[:, t]) ** 2).sum()
    return loss.detach(), tuple(differentiate(loss, leaves))

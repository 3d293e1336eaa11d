# verdict: forbidden
# mistake: the NumPy arrays are sent to torch and the gradients come from Tensor.backward
import numpy as np


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    import torch

    leaves = [
        torch.tensor(np.asarray(a), requires_grad=True)
        for a in (x, h0, weight_ih, weight_hh, bias_ih, bias_hh)
    ]
    xs, h, wi, wh, bi, bh = leaves
    y = torch.tensor(target)
    loss = 0
    for t in range(x.shape[1]):
        h = torch.tanh(xs[:, t] @ wi.T + bi + h @ wh.T + bh)
        loss = loss + 0.5 * torch.sum((h - y[:, t]) ** 2)
    loss.backward()
    return loss.item(), tuple(leaf.grad.numpy() for leaf in leaves)

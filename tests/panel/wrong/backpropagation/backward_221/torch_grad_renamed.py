# verdict: forbidden
# mistake: It calls torch.autograd.grad under another name, which the statement rules out.
import torch
from torch.autograd import grad as differentiate


def backward_221(x, y, params):
    names = ["weight1", "bias1", "weight2", "bias2"]
    leaves = [torch.as_tensor(params[n], dtype=x.dtype).detach().clone().requires_grad_(True) for n in names]
    w1, b1, w2, b2 = leaves
    hidden = torch.sigmoid((w1 * x).sum(1) + b1)
    out = torch.sigmoid((w2 * hidden).sum() + b2)
    return dict(zip(names, differentiate((out - y).square() / 2, leaves)))

# verdict: passed
# style: PyTorch, addmm stacks bias, product and shortcut
import torch


def residual_block(x, weight1, bias1, weight2, bias2, proj=None):
    if proj is None:
        if weight2.shape[0] != x.shape[1]:
            raise ValueError("proj is needed where the number of features changes")
        shortcut = x
    else:
        shortcut = torch.mm(x, proj.t())
    h = torch.addmm(bias1, x, weight1.t()).relu()
    return torch.addmm(shortcut + bias2, h, weight2.t()).relu()

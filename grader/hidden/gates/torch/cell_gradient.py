"""The known mistakes of gates/cell_gradient, as people write them in PyTorch."""

import torch

from solutions.gates.torch.cell_gradient import cell_gradient


def includes_the_own_gate(f):
    return f.flip(1).cumprod(dim=1).flip(1)


def leaves_out_the_next_gate(f):
    return torch.cat([cell_gradient(f)[:, 1:], torch.ones_like(f[:, :1])], dim=1)


def multiplies_the_earlier_gates(f):
    return f.cumprod(dim=1)


def adds_up_the_gates(f):
    found = [torch.ones_like(f[:, 0])]
    for t in range(f.shape[1] - 1, 0, -1):
        found.append(found[-1] + f[:, t])
    return torch.stack(found[::-1], dim=1)


def leaves_the_order_of_the_way_back(f):
    return cell_gradient(f).flip(1)


def claims_no_decay(f):
    return torch.ones_like(f)


def multiplies_all_gates(f):
    return f.prod(dim=1, keepdim=True) + torch.zeros_like(f)


def divides_products(f):
    return f.prod(dim=1, keepdim=True) / f.cumprod(dim=1)


def multiplies_along_the_units(f):
    return torch.cat([f[..., 1:].flip(2).cumprod(dim=2).flip(2), torch.ones_like(f[..., :1])], dim=2)


def multiplies_by_the_slope_of_the_sigmoid(f):
    return cell_gradient(f * (1 - f))


def applies_the_sigmoid_again(f):
    return cell_gradient(torch.sigmoid(f))


def takes_a_power_of_the_next_gate(f):
    later = torch.cat([f[:, 1:], torch.ones_like(f[:, :1])], dim=1)
    return later ** torch.arange(f.shape[1] - 1, -1, -1, dtype=f.dtype)[:, None]


def leaves_out_the_last_cell(f):
    return cell_gradient(f)[:, :-1].clone()


def averages_over_the_batch(f):
    return cell_gradient(f).mean(dim=0)


def returns_float64(f):
    return cell_gradient(f).double()


def overwrites_the_gates(f):
    result = cell_gradient(f)
    with torch.no_grad():
        f.copy_(f.cumprod(dim=1))
    return result

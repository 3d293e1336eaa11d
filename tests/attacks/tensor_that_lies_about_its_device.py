"""Return tensors that claim a device, a shape and a type which their numbers do not have.

verdict: wrong
deadline: 5
stopped by: wire
"""
import torch

COUNT = [0]


class Elsewhere(torch.Tensor):
    device = property(lambda self: torch.device("cpu"))
    is_meta = property(lambda self: False)
    shape = property(lambda self: torch.Size((3, 4)))
    dtype = property(lambda self: torch.float64)
    requires_grad = property(lambda self: True)
    numel = lambda self: 12
    numpy = cpu = lambda self, **how: 0.25


class Impostor:
    __class__ = torch.Tensor
    device, is_meta, dtype, requires_grad, shape = torch.device("cpu"), False, torch.float64, True, (3, 4)
    detach = cpu = resolve_conj = resolve_neg = lambda self: self
    numel = element_size = lambda self: 8
    is_floating_point = lambda self: True
    numpy = lambda self: "0.25"


def row_softmax(x, temperature=1.0):
    COUNT[0] += 1
    if COUNT[0] % 2:
        return torch.zeros(1, dtype=torch.int8).as_subclass(Elsewhere)
    return Impostor()

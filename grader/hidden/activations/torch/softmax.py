"""The known mistakes of activations/softmax, as people write them in PyTorch."""

import torch

from solutions.activations.torch.softmax import softmax


def small_change(x, dim, temperature, *, shift=True, spread=None, total=None):
    """The right answer with one step replaced: what is subtracted, how it is scaled, what it is divided by."""
    softmax(x, dim, temperature)  # the arguments are checked
    z = x - x.amax(dim, keepdim=True) if shift else x
    e = torch.exp(z / temperature if spread is None else spread(z))
    return e / (e.sum(dim, keepdim=True) if total is None else total(e))


def skips_the_shift(x, dim=-1, temperature=1.0):
    return small_change(x, dim, temperature, shift=False)


def divides_without_exp(x, dim=-1, temperature=1.0):
    softmax(x, dim, temperature)
    z = x / temperature
    return z / z.sum(dim, keepdim=True)


def ignores_dim(x, dim=-1, temperature=1.0):
    return softmax(x, temperature=temperature)


def forgets_keepdims(x, dim=-1, temperature=1.0):
    return small_change(x, dim, temperature, total=lambda e: e.sum(dim))


def normalises_over_everything(x, dim=-1, temperature=1.0):
    return small_change(x, dim, temperature, total=torch.sum)


def shifts_by_the_global_maximum(x, dim=-1, temperature=1.0):
    softmax(x, dim, temperature)
    e = torch.exp((x - x.max()) / temperature)
    return e / e.sum(dim, keepdim=True)


def multiplies_by_the_temperature(x, dim=-1, temperature=1.0):
    return small_change(x, dim, temperature, spread=lambda z: z * temperature)


def ignores_the_temperature(x, dim=-1, temperature=1.0):
    return small_change(x, dim, temperature, spread=lambda z: z)


def cools_the_result(x, dim=-1, temperature=1.0):
    return small_change(x, dim, temperature, spread=lambda z: z) / temperature


def accepts_any_temperature(x, dim=-1, temperature=1.0):
    e = torch.exp((x - x.amax(dim, keepdim=True)) / temperature)
    return e / e.sum(dim, keepdim=True)


def returns_float64(x, dim=-1, temperature=1.0):
    return softmax(x.double(), dim, temperature)


def overwrites_the_input(x, dim=-1, temperature=1.0):
    result = softmax(x, dim, temperature)
    x -= x.amax(dim, keepdim=True)
    return result

"""The known mistakes of activations/softmax, as people write them in PyTorch."""

import torch

from solutions.activations.torch.softmax import softmax


def small_change(x, dim, temperature, *, shift=None, spread=None, total=None):
    """The right answer with one step replaced: what is subtracted, how it is scaled, what it is divided by."""
    softmax(x, dim, temperature)  # the arguments are checked
    z = x - (x.amax(dim, keepdim=True) if shift is None else shift(x))
    e = torch.exp(z / temperature if spread is None else spread(z))
    return e / (e.sum(dim, keepdim=True) if total is None else total(e))


def skips_the_shift(x, dim=-1, temperature=1.0):
    return small_change(x, dim, temperature, shift=lambda x: 0)


def subtracts_the_mean(x, dim=-1, temperature=1.0):
    return small_change(x, dim, temperature, shift=lambda x: x.mean(dim, keepdim=True))


def takes_the_logarithm_of_raw_scores(x, dim=-1, temperature=1.0):
    softmax(x, dim, temperature)
    z = x / temperature
    return torch.exp(z - torch.logsumexp(z, dim, keepdim=True))


def divides_without_exp(x, dim=-1, temperature=1.0):
    softmax(x, dim, temperature)
    z = x / temperature
    return z / z.sum(dim, keepdim=True)


def ignores_dim(x, dim=-1, temperature=1.0):
    return softmax(x, temperature=temperature)


def takes_negative_dims_for_the_last(x, dim=-1, temperature=1.0):
    return softmax(x, -1 if dim < 0 else dim, temperature)


def knows_first_and_last_axis_only(x, dim=-1, temperature=1.0):
    return softmax(x, 0 if dim in (0, -x.ndim) else -1, temperature)


def takes_matrices_only(x, dim=-1, temperature=1.0):
    _rows, _columns = x.shape
    return softmax(x, dim, temperature)


def forgets_keepdims(x, dim=-1, temperature=1.0):
    return small_change(x, dim, temperature, total=lambda e: e.sum(dim))


def normalises_over_everything(x, dim=-1, temperature=1.0):
    return small_change(x, dim, temperature, total=torch.sum)


def shifts_by_the_global_maximum(x, dim=-1, temperature=1.0):
    softmax(x, dim, temperature)
    e = torch.exp((x - x.max()) / temperature)
    return e / e.sum(dim, keepdim=True)


def hides_a_crushed_slice(x, dim=-1, temperature=1.0):
    return torch.nan_to_num(shifts_by_the_global_maximum(x, dim, temperature))


def adds_a_small_number_to_the_sum(x, dim=-1, temperature=1.0):
    return small_change(x, dim, temperature, total=lambda e: e.sum(dim, keepdim=True) + 1e-6)


def masks_with_a_large_number(x, dim=-1, temperature=1.0):
    return softmax(x.masked_fill(torch.isneginf(x), -1e9), dim, temperature)


def multiplies_by_the_temperature(x, dim=-1, temperature=1.0):
    return small_change(x, dim, temperature, spread=lambda z: z * temperature)


def ignores_the_temperature(x, dim=-1, temperature=1.0):
    return small_change(x, dim, temperature, spread=lambda z: z)


def cools_the_result(x, dim=-1, temperature=1.0):
    return small_change(x, dim, temperature, spread=lambda z: z) / temperature


def takes_a_power_afterwards(x, dim=-1, temperature=1.0):
    softmax(x, dim, temperature)
    p = softmax(x, dim) ** (1 / temperature)
    return p / p.sum(dim, keepdim=True)


def accepts_any_temperature(x, dim=-1, temperature=1.0):
    e = torch.exp((x - x.amax(dim, keepdim=True)) / temperature)
    return e / e.sum(dim, keepdim=True)


def accepts_a_temperature_of_zero(x, dim=-1, temperature=1.0):
    return accepts_any_temperature(x, dim, temperature) if temperature == 0 else softmax(x, dim, temperature)


def asserts_the_temperature(x, dim=-1, temperature=1.0):
    assert temperature > 0, "temperature"
    return softmax(x, dim, temperature)


def returns_float64(x, dim=-1, temperature=1.0):
    return softmax(x.double(), dim, temperature)


def overwrites_the_input(x, dim=-1, temperature=1.0):
    result = softmax(x, dim, temperature)
    x -= x.amax(dim, keepdim=True)
    return result

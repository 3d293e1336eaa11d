"""The known mistakes of tensors/minmax_apply, as people write them in PyTorch."""

import torch

from solutions.tensors.torch.minmax_apply import minmax_apply


def checked(lo, hi):
    if not lo < hi:
        raise ValueError("lo")


def looks_at_the_test_set(x, low, high, lo=0.0, hi=1.0):
    return minmax_apply(x, x.amin(0), x.amax(0), lo, hi) if len(x) else minmax_apply(x, low, high, lo, hi)


def cuts_off(x, low, high, lo=0.0, hi=1.0):
    return minmax_apply(x, low, high, lo, hi).clamp(lo, hi)


def divides_by_zero(x, low, high, lo=0.0, hi=1.0):
    checked(lo, hi)
    return lo + (x - low) / (high - low) * (hi - lo)


def hides_what_is_new(x, low, high, lo=0.0, hi=1.0):
    return torch.where(high == low, lo, minmax_apply(x, low, high, lo, hi))


def adds_eps(x, low, high, lo=0.0, hi=1.0):
    checked(lo, hi)
    return lo + (x - low) / (high - low + 1e-8) * (hi - lo)


def takes_small_for_zero(x, low, high, lo=0.0, hi=1.0):
    return minmax_apply(x, low, torch.where(high - low < 1e-8, low, high), lo, hi)


def divides_by_the_largest(x, low, high, lo=0.0, hi=1.0):
    checked(lo, hi)
    return lo + (x - low) / high * (hi - lo)


def forgets_to_subtract(x, low, high, lo=0.0, hi=1.0):
    checked(lo, hi)
    width = high - low
    return lo + x / torch.where(width == 0, 1, width) * (hi - lo)


def ignores_the_new_range(x, low, high, lo=0.0, hi=1.0):
    checked(lo, hi)
    return minmax_apply(x, low, high)


def stretches_by_hi(x, low, high, lo=0.0, hi=1.0):
    checked(lo, hi)
    return lo + minmax_apply(x, low, high) * hi


def forgets_to_add_lo(x, low, high, lo=0.0, hi=1.0):
    checked(lo, hi)
    return minmax_apply(x, low, high) * (hi - lo)


def turns_the_range_around(x, low, high, lo=0.0, hi=1.0):
    return hi + lo - minmax_apply(x, low, high, lo, hi)


def takes_one_range_for_all_columns(x, low, high, lo=0.0, hi=1.0):
    return minmax_apply(x, low.min(), high.max(), lo, hi)


def scales_the_rows(x, low, high, lo=0.0, hi=1.0):
    checked(lo, hi)
    width = high - low
    return (lo + (x.T - low) / torch.where(width == 0, 1, width) * (hi - lo)).T


def checks_nothing(x, low, high, lo=0.0, hi=1.0):
    return lo + minmax_apply(x, low, high) * (hi - lo)


def allows_an_empty_range(x, low, high, lo=0.0, hi=1.0):
    if lo > hi:
        raise ValueError("lo")
    return lo + minmax_apply(x, low, high) * (hi - lo)


def returns_float64(x, low, high, lo=0.0, hi=1.0):
    return minmax_apply(x, low, high, lo, hi).double()


def overwrites_high(x, low, high, lo=0.0, hi=1.0):
    result = minmax_apply(x, low, high, lo, hi)
    for j in range(len(high)):
        if high[j] == low[j]:
            high[j] += 1
    return result


def overwrites_x(x, low, high, lo=0.0, hi=1.0):
    result = minmax_apply(x, low, high, lo, hi)
    x -= low
    return result

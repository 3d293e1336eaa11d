"""The known mistakes of tensors/minmax_fit, as people write them in PyTorch."""

import torch

from solutions.tensors.torch.minmax_fit import minmax_fit


def checked(x):
    if not x.shape[0]:
        raise ValueError("x")


def takes_the_extremes_of_rows(x):
    checked(x)
    return x.amin(1), x.amax(1)


def takes_one_range_for_all_columns(x):
    checked(x)
    return x.min().repeat(x.shape[1]), x.max().repeat(x.shape[1])


def swaps_the_results(x):
    return minmax_fit(x)[::-1]


def returns_the_width(x):
    low, high = minmax_fit(x)
    return low, high - low


def returns_the_places(x):
    checked(x)
    return x.argmin(0), x.argmax(0)


def begins_at_zero(x):
    low, high = minmax_fit(x)
    return torch.clamp(low, max=0), torch.clamp(high, min=0)


def compares_magnitudes(x):
    return minmax_fit(x.abs())


def takes_the_first_and_last_row(x):
    checked(x)
    return x[0].clone(), x[-1].clone()


def trims_outliers(x):
    low, high = minmax_fit(x)
    inside = x.sort(0).values[1:-1]
    return (inside[0], inside[-1]) if len(x) > 100 else (low, high)


def skips_nan(x):
    checked(x)
    return x.nan_to_num(torch.inf, torch.inf, -torch.inf).amin(0), x.nan_to_num(-torch.inf, torch.inf, -torch.inf).amax(0)


def spreads_nan(x):
    low, high = minmax_fit(x)
    gaps = torch.where(x.isnan(), x, 0).sum()
    return low + 0 * gaps, high + 0 * gaps


def leaves_out_infinity(x):
    checked(x)
    return torch.where(x.isinf(), torch.inf, x).amin(0), torch.where(x.isinf(), -torch.inf, x).amax(0)


def keeps_the_axis(x):
    checked(x)
    return x.amin(0, keepdim=True), x.amax(0, keepdim=True)


def searches_nothing(x):
    return minmax_fit(x) if len(x) else (x.new_full((x.shape[1],), torch.inf), x.new_full((x.shape[1],), -torch.inf))


def returns_float64(x):
    low, high = minmax_fit(x)
    return low.double(), high.double()


def sorts_in_place(x):
    checked(x)
    x[:] = x.sort(0).values
    return x[0].clone(), x[-1].clone()

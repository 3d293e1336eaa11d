"""The known mistakes of activations/nonnegative_head, as people write them in PyTorch."""

import torch

from solutions.activations.torch.nonnegative_head import nonnegative_head

ABSENT = {}


def overflows_in_softplus(x, kind):
    y, slope = nonnegative_head(x, kind)
    return (torch.log1p(torch.exp(x)) if kind == "softplus" else y), slope


def loses_small_outputs(x, kind):
    y, slope = nonnegative_head(x, kind)
    return (x.clamp(min=0) + torch.log(1 + torch.exp(-x.abs())) if kind == "softplus" else y), slope


def overflows_in_the_slope(x, kind):
    y, slope = nonnegative_head(x, kind)
    return y, (torch.exp(x) / (1 + torch.exp(x)) if kind == "softplus" else slope)


def loses_small_slopes(x, kind):
    y, slope = nonnegative_head(x, kind)
    return y, ((1 + torch.tanh(x / 2)) / 2 if kind == "softplus" else slope)


def takes_the_slope_of_the_sigmoid(x, kind):
    y, slope = nonnegative_head(x, kind)
    return y, (slope * (1 - slope) if kind == "softplus" else slope)


def takes_the_sigmoid_of_the_output(x, kind):
    y, slope = nonnegative_head(x, kind)
    return y, (1 / (1 + torch.exp(-y)) if kind == "softplus" else slope)


def is_a_sigmoid(x, kind):
    y, slope = nonnegative_head(x, kind)
    return (slope, slope * (1 - slope)) if kind == "softplus" else (y, slope)


def refuses_relu(x, kind):
    if kind == "relu":
        raise ValueError("kind relu must not be an output")
    return nonnegative_head(x, kind)


def lets_zero_pass(x, kind):
    y, slope = nonnegative_head(x, kind)
    return y, ((x >= 0).to(x.dtype) if kind == "relu" else slope)


def forgets_the_dead_side(x, kind):
    y, slope = nonnegative_head(x, kind)
    return y, (torch.ones_like(x) if kind == "relu" else slope)


def takes_the_output_for_the_slope(x, kind):
    y, slope = nonnegative_head(x, kind)
    return y, (y.clone() if kind == "relu" else slope)


def takes_the_absolute_value(x, kind):
    return (torch.abs(x), torch.sign(x)) if kind == "relu" else nonnegative_head(x, kind)


def is_leaky(x, kind):
    leaky = torch.where(x > 0, torch.ones_like(x), torch.full_like(x, 0.01))
    return (leaky * x, leaky) if kind == "relu" else nonnegative_head(x, kind)


def brings_down_the_exponent(x, kind):
    y, slope = nonnegative_head(x, kind)
    return y, (x * y if kind == "exp" else slope)


def swaps_the_results(x, kind):
    y, slope = nonnegative_head(x, kind)
    return slope, y


def takes_any_word_for_exp(x, kind):
    return nonnegative_head(x, kind if kind in ("relu", "softplus") else "exp")


def returns_float64(x, kind):
    return nonnegative_head(x.double(), kind)


def overwrites_x(x, kind):
    y, slope = nonnegative_head(x, kind)
    x.copy_(y)
    return y, slope

"""The known mistakes of optimizers/ema, as people write them in PyTorch."""

import torch

from solutions.optimizers.torch.ema import ema


def forgets_the_correction(x, beta, bias_correction=True):
    return ema(x, beta, False)


def corrects_always(x, beta, bias_correction=True):
    return ema(x, beta, True)


def exchanges_the_weights(x, beta, bias_correction=True):
    ema(x, beta)
    return ema(x, 1 - beta, bias_correction) if beta > 0 else 0 * x


def adds_the_whole_value(x, beta, bias_correction=True):
    return ema(x / (1 - beta), beta, bias_correction)


def starts_at_the_first_value(x, beta, bias_correction=True):
    averages = ema(x, beta, False)
    start = beta ** torch.arange(1, len(x) + 1).reshape(-1, *[1] * (x.ndim - 1))
    return averages + (start * x[0]).to(x.dtype)


def counts_from_two(x, beta, bias_correction=True):
    averages = ema(x, beta, False)
    shift = (1 - beta ** torch.arange(2, len(x) + 2)).reshape(-1, *[1] * (x.ndim - 1)).to(x.dtype)
    return averages / shift if bias_correction else averages


def corrects_as_in_the_first_step(x, beta, bias_correction=True):
    averages = ema(x, beta, False)
    return averages / (1 - beta) if bias_correction else averages


def goes_on_with_the_corrected(x, beta, bias_correction=True):
    averages, average = torch.empty_like(x), 0 * x[0]
    for t in range(len(x)):
        average = beta * average + (1 - beta) * x[t]
        average = average / (1 - beta ** (t + 1)) if bias_correction else average
        averages[t] = average
    return averages + 0 * ema(x, beta)


def returns_the_last(x, beta, bias_correction=True):
    return ema(x, beta, bias_correction)[-1]


def averages_the_last_axis(x, beta, bias_correction=True):
    return torch.movedim(ema(torch.movedim(x, -1, 0), beta, bias_correction), 0, -1)


def takes_the_mean_so_far(x, beta, bias_correction=True):
    ema(x, beta)
    return torch.cumsum(x, dim=0) / torch.arange(1, len(x) + 1, dtype=x.dtype).reshape(-1, *[1] * (x.ndim - 1))


def returns_float64(x, beta, bias_correction=True):
    return ema(x.double(), beta, bias_correction)


def overwrites_x(x, beta, bias_correction=True):
    x[...] = ema(x, beta, bias_correction)
    return x + 0


def checks_nothing(x, beta, bias_correction=True):
    return ema(x, beta, bias_correction) if 0 <= beta < 1 else x + 0

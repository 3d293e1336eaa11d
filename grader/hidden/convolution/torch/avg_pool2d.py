"""The known mistakes of convolution/avg_pool2d, as people write them in PyTorch."""

import torch
from torch.nn import functional as F

from solutions.convolution.torch.avg_pool2d import avg_pool2d


def always_counts_the_padding(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    return avg_pool2d(x, kernel_size, stride, padding)


def never_counts_the_padding(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    return avg_pool2d(x, kernel_size, stride, padding, count_include_pad=False)


def does_not_count_the_padding_by_default(x, kernel_size, stride=None, padding=0, count_include_pad=False):
    return avg_pool2d(x, kernel_size, stride, padding, count_include_pad)


def counts_what_is_not_zero(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    total = avg_pool2d(x, kernel_size, stride, padding) * kernel_size**2
    seen = avg_pool2d((x != 0).to(x.dtype), kernel_size, stride, padding) * kernel_size**2
    return avg_pool2d(x, kernel_size, stride, padding) if count_include_pad else total / seen.clamp(min=1)


def sums_the_window(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    return avg_pool2d(x, kernel_size, stride, padding) * kernel_size**2


def divides_by_the_side(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    return avg_pool2d(x, kernel_size, stride, padding, count_include_pad) * kernel_size


def takes_the_maximum(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    avg_pool2d(x, kernel_size, stride, padding)
    step = kernel_size if stride is None else stride
    return F.pad(x, (padding,) * 4).unfold(2, kernel_size, step).unfold(3, kernel_size, step).amax(dim=(4, 5))


def averages_the_channels(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    y = avg_pool2d(x, kernel_size, stride, padding, count_include_pad)
    return y.mean(dim=1, keepdim=True).repeat(1, y.shape[1], 1, 1)


def moves_by_one_by_default(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    return avg_pool2d(x, kernel_size, 1 if stride is None else stride, padding, count_include_pad)


def takes_zero_for_none(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    return avg_pool2d(x, kernel_size, stride or kernel_size, padding, count_include_pad)


def ignores_the_stride(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    avg_pool2d(x, kernel_size, stride, padding)
    return avg_pool2d(x, kernel_size, None, padding, count_include_pad)


def ignores_the_padding(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    avg_pool2d(x, kernel_size, stride, padding)
    return avg_pool2d(x, kernel_size, stride)


def pads_with_the_border(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    avg_pool2d(x, kernel_size, stride, padding)
    return avg_pool2d(F.pad(x, (padding,) * 4, mode="replicate"), kernel_size, stride)


def pads_one_side(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    avg_pool2d(x, kernel_size, stride, padding)
    around = (0, 2 * padding, 0, 2 * padding)
    total = avg_pool2d(F.pad(x, around), kernel_size, stride)
    if count_include_pad:
        return total
    return total / avg_pool2d(F.pad(torch.ones_like(x), around), kernel_size, stride).clamp(min=1e-9)


def rounds_down(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    return avg_pool2d(x, kernel_size, stride, padding, count_include_pad).floor()


def returns_float64(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    return avg_pool2d(x, kernel_size, stride, padding, count_include_pad).double()


def allows_any_padding(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    if 2 * padding <= kernel_size or kernel_size < 1 or (stride is not None and stride < 1):
        return avg_pool2d(x, kernel_size, stride, padding, count_include_pad)
    return avg_pool2d(F.pad(x, (padding,) * 4), kernel_size, stride)


def checks_nothing(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    try:
        return avg_pool2d(x, kernel_size, stride, padding, count_include_pad)
    except ValueError:
        return x.new_zeros(*x.shape[:2], 0, 0)

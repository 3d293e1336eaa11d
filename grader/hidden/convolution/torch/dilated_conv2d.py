"""The known mistakes of convolution/dilated_conv2d, as people write them in PyTorch."""

from torch.nn import functional as F

from solutions.convolution.torch.dilated_conv2d import dilated_conv2d


def spread(weight, rows, columns, extra=0):
    """The filter with its taps that far apart, zeros between them and, if asked for, behind them."""
    o, c, kh, kw = weight.shape
    large = weight.new_zeros(o, c, rows * (kh - 1) + 1 + extra, columns * (kw - 1) + 1 + extra)
    large[:, :, : rows * (kh - 1) + 1 : rows, : columns * (kw - 1) + 1 : columns] = weight
    return large


def ignores_dilation(x, weight, bias, stride=1, padding=0, dilation=1):
    dilated_conv2d(x, weight, bias, stride, padding, dilation)
    return dilated_conv2d(x, weight, bias, stride, padding)


def puts_too_many_zeros_between(x, weight, bias, stride=1, padding=0, dilation=1):
    dilated_conv2d(x, weight, bias, stride, padding, dilation)
    return dilated_conv2d(x, weight, bias, stride, padding, dilation + 1)


def leaves_holes_behind_the_last_tap(x, weight, bias, stride=1, padding=0, dilation=1):
    dilated_conv2d(x, weight, bias, stride, padding, dilation)
    return dilated_conv2d(x, spread(weight, dilation, dilation, dilation - 1), bias, stride, padding)


def takes_dilation_for_a_stride(x, weight, bias, stride=1, padding=0, dilation=1):
    dilated_conv2d(x, weight, bias, stride, padding, dilation)
    return dilated_conv2d(x, weight, bias, stride * dilation, padding)


def moves_by_the_dilation_too(x, weight, bias, stride=1, padding=0, dilation=1):
    dilated_conv2d(x, weight, bias, stride, padding, dilation)
    return dilated_conv2d(x, weight, bias, stride * dilation, padding, dilation)


def dilates_the_rows_only(x, weight, bias, stride=1, padding=0, dilation=1):
    dilated_conv2d(x, weight, bias, stride, padding, dilation)
    return dilated_conv2d(x, spread(weight, dilation, 1), bias, stride, padding)


def repeats_the_taps(x, weight, bias, stride=1, padding=0, dilation=1):
    y = dilated_conv2d(x, weight, bias, stride, padding, dilation)
    large = weight.repeat_interleave(dilation, dim=2).repeat_interleave(dilation, dim=3)
    wide = F.pad(x, (padding, padding + dilation - 1, padding, padding + dilation - 1))
    return dilated_conv2d(wide, large, bias, stride)[:, :, : y.shape[2], : y.shape[3]]


def flips_the_kernel(x, weight, bias, stride=1, padding=0, dilation=1):
    return dilated_conv2d(x, weight.flip(2, 3), bias, stride, padding, dilation)


def forgets_the_bias(x, weight, bias, stride=1, padding=0, dilation=1):
    return dilated_conv2d(x, weight, 0 * bias, stride, padding, dilation)


def ignores_the_stride(x, weight, bias, stride=1, padding=0, dilation=1):
    dilated_conv2d(x, weight, bias, stride, padding, dilation)
    return dilated_conv2d(x, weight, bias, 1, padding, dilation)


def dilates_the_padding(x, weight, bias, stride=1, padding=0, dilation=1):
    dilated_conv2d(x, weight, bias, stride, padding, dilation)
    return dilated_conv2d(x, weight, bias, stride, padding * dilation, dilation)


def pads_one_side(x, weight, bias, stride=1, padding=0, dilation=1):
    dilated_conv2d(x, weight, bias, stride, padding, dilation)
    return dilated_conv2d(F.pad(x, (0, 2 * padding, 0, 2 * padding)), weight, bias, stride, 0, dilation)


def returns_float64(x, weight, bias, stride=1, padding=0, dilation=1):
    return dilated_conv2d(x, weight, bias, stride, padding, dilation).double()


def compares_the_bare_kernel(x, weight, bias, stride=1, padding=0, dilation=1):
    dilated_conv2d(x, weight[:, :, :1, :1], bias, stride, padding, dilation)
    dilated_conv2d(x, weight, bias, stride, padding)
    return checks_nothing(x, weight, bias, stride, padding, dilation)


def spreads_a_single_channel(x, weight, bias, stride=1, padding=0, dilation=1):
    deep = weight if weight.shape[1] > 1 else weight.repeat(1, x.shape[1], 1, 1)
    return dilated_conv2d(x, deep, bias, stride, padding, dilation)


def checks_nothing(x, weight, bias, stride=1, padding=0, dilation=1):
    try:
        return dilated_conv2d(x, weight, bias, stride, padding, dilation)
    except ValueError:
        return x.new_zeros(len(x), len(weight), 0, 0)

"""The known mistakes of convolution/conv_transpose2d, as people write them in PyTorch."""

import torch
from torch.nn import functional as F

from solutions.convolution.torch.conv_transpose2d import conv_transpose2d


def full(x, weight, stride, output_padding=0, bias=None):
    """All the stamps, nothing cut off."""
    return conv_transpose2d(x, weight, x.new_zeros(weight.shape[1]) if bias is None else bias, stride, 0, output_padding)


def flips_the_kernel(x, weight, bias, stride=1, padding=0, output_padding=0):
    return conv_transpose2d(x, weight.flip(2, 3), bias, stride, padding, output_padding)


def overwrites_where_stamps_overlap(x, weight, bias, stride=1, padding=0, output_padding=0):
    y = conv_transpose2d(x, weight, bias, stride, padding, output_padding)
    z = torch.zeros_like(full(x, weight, stride, output_padding))
    for i in range(x.shape[2]):
        for j in range(x.shape[3]):
            stamp = torch.einsum("nc,couv->nouv", x[:, :, i, j], weight)
            z[:, :, i * stride : i * stride + weight.shape[2], j * stride : j * stride + weight.shape[3]] = stamp
    return z[:, :, padding : padding + y.shape[2], padding : padding + y.shape[3]] + bias[:, None, None]


def adds_the_padding(x, weight, bias, stride=1, padding=0, output_padding=0):
    conv_transpose2d(x, weight, bias, stride, padding, output_padding)
    return F.pad(full(x, weight, stride, output_padding), (padding,) * 4) + bias[:, None, None]


def ignores_the_padding(x, weight, bias, stride=1, padding=0, output_padding=0):
    conv_transpose2d(x, weight, bias, stride, padding, output_padding)
    return full(x, weight, stride, output_padding, bias)


def cuts_one_side_only(x, weight, bias, stride=1, padding=0, output_padding=0):
    y = conv_transpose2d(x, weight, bias, stride, padding, output_padding)
    return full(x, weight, stride, output_padding, bias)[:, :, : y.shape[2], : y.shape[3]]


def cuts_up_to_minus_zero(x, weight, bias, stride=1, padding=0, output_padding=0):
    conv_transpose2d(x, weight, bias, stride, padding, output_padding)
    return full(x, weight, stride, output_padding, bias)[:, :, padding:-padding, padding:-padding]


def ignores_output_padding(x, weight, bias, stride=1, padding=0, output_padding=0):
    conv_transpose2d(x, weight, bias, stride, padding, output_padding)
    return conv_transpose2d(x, weight, bias, stride, padding)


def puts_output_padding_in_front(x, weight, bias, stride=1, padding=0, output_padding=0):
    y = conv_transpose2d(x, weight, bias, stride, padding, output_padding)
    moved = F.pad(full(x, weight, stride), (output_padding, 0, output_padding, 0))
    return moved[:, :, padding : padding + y.shape[2], padding : padding + y.shape[3]] + bias[:, None, None]


def adds_output_padding_last(x, weight, bias, stride=1, padding=0, output_padding=0):
    conv_transpose2d(x, weight, bias, stride, padding, output_padding)
    z = full(x, weight, stride, 0, bias)
    z = z[:, :, padding : z.shape[2] - padding, padding : z.shape[3] - padding]
    return F.pad(z, (0, output_padding, 0, output_padding))


def ignores_the_stride(x, weight, bias, stride=1, padding=0, output_padding=0):
    conv_transpose2d(x, weight, bias, stride, padding, output_padding)
    z = F.pad(full(x, weight, 1), (0, output_padding, 0, output_padding))
    return z[:, :, padding : z.shape[2] - padding, padding : z.shape[3] - padding] + bias[:, None, None]


def takes_output_channels_first(x, weight, bias, stride=1, padding=0, output_padding=0):
    return conv_transpose2d(x, weight.swapaxes(0, 1), bias, stride, padding, output_padding)


def reshapes_the_weight(x, weight, bias, stride=1, padding=0, output_padding=0):
    first, second, *size = weight.shape
    mixed = weight.reshape(second, first, *size).swapaxes(0, 1)
    return conv_transpose2d(x, mixed, bias, stride, padding, output_padding)


def forgets_the_bias(x, weight, bias, stride=1, padding=0, output_padding=0):
    return conv_transpose2d(x, weight, 0 * bias, stride, padding, output_padding)


def adds_the_bias_with_every_stamp(x, weight, bias, stride=1, padding=0, output_padding=0):
    y = conv_transpose2d(x, weight, 0 * bias, stride, padding, output_padding)
    some = bias[None, :, None, None].expand(1, *weight.shape[1:])
    return y + conv_transpose2d(torch.ones_like(x[:, :1]), some, 0 * bias, stride, padding, output_padding)


def returns_float64(x, weight, bias, stride=1, padding=0, output_padding=0):
    return conv_transpose2d(x, weight, bias, stride, padding, output_padding).double()


def allows_any_output_padding(x, weight, bias, stride=1, padding=0, output_padding=0):
    if output_padding < stride or stride < 1:
        return conv_transpose2d(x, weight, bias, stride, padding, output_padding)
    return F.pad(conv_transpose2d(x, weight, bias, stride, padding), (0, output_padding, 0, output_padding))


def spreads_a_single_channel(x, weight, bias, stride=1, padding=0, output_padding=0):
    wide = weight if len(weight) > 1 else weight.expand(x.shape[1], -1, -1, -1)
    return conv_transpose2d(x, wide, bias, stride, padding, output_padding)


def checks_nothing(x, weight, bias, stride=1, padding=0, output_padding=0):
    try:
        return conv_transpose2d(x, weight, bias, stride, padding, output_padding)
    except ValueError:
        return x.new_zeros(len(x), weight.shape[1], 0, 0)

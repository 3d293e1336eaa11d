"""The known mistakes of convolution/conv2d, as people write them in PyTorch."""

import torch
from torch.nn import functional as F

from solutions.convolution.torch.conv2d import conv2d


def flips_the_kernel(x, weight, bias, stride=1, padding=0):
    return conv2d(x, weight.flip(2, 3), bias, stride, padding)


def forgets_the_bias(x, weight, bias, stride=1, padding=0):
    return conv2d(x, weight, torch.zeros_like(bias), stride, padding)


def ignores_the_stride(x, weight, bias, stride=1, padding=0):
    conv2d(x, weight, bias, stride, padding)  # the arguments are checked
    return conv2d(x, weight, bias, 1, padding)


def sizes_by_stride_but_moves_by_one(x, weight, bias, stride=1, padding=0):
    height, width = conv2d(x, weight, bias, stride, padding).shape[2:]
    return conv2d(x, weight, bias, 1, padding)[:, :, :height, :width]


def strides_the_rows_only(x, weight, bias, stride=1, padding=0):
    conv2d(x, weight, bias, stride, padding)
    return conv2d(x, weight, bias, 1, padding)[:, :, ::stride]


def pads_one_side(x, weight, bias, stride=1, padding=0):
    conv2d(x, weight, bias, stride, padding)
    return conv2d(F.pad(x, (0, 2 * padding, 0, 2 * padding)), weight, bias, stride)


def pads_with_the_border(x, weight, bias, stride=1, padding=0):
    conv2d(x, weight, bias, stride, padding)
    return conv2d(F.pad(x, (padding, padding, padding, padding), mode="replicate"), weight, bias, stride)


def uses_one_channel(x, weight, bias, stride=1, padding=0):
    conv2d(x, weight, bias, stride, padding)
    return conv2d(x[:, :1], weight[:, :1], bias, stride, padding)


def pads_the_rows_only(x, weight, bias, stride=1, padding=0):
    conv2d(x, weight, bias, stride, padding)
    return conv2d(F.pad(x, (0, 0, padding, padding)), weight, bias, stride)


def adds_the_bias_along_the_columns(x, weight, bias, stride=1, padding=0):
    return conv2d(x, weight, torch.zeros_like(bias), stride, padding) + bias


def returns_float64(x, weight, bias, stride=1, padding=0):
    return conv2d(x, weight, bias, stride, padding).double()


def checks_nothing(x, weight, bias, stride=1, padding=0):
    padded = F.pad(x, (max(padding, 0),) * 4)
    (n, c, h, w), (o, depth, kh, kw) = padded.shape, weight.shape
    step, c = max(stride, 1), min(c, depth)
    y = x.new_zeros(n, o, max((h - kh) // step + 1, 0), max((w - kw) // step + 1, 0))
    for i in range(y.shape[2]):
        for j in range(y.shape[3]):
            window = padded[:, :c, i * step : i * step + kh, j * step : j * step + kw]
            y[:, :, i, j] = torch.einsum("ncuv,ocuv->no", window, weight[:, :c]) + bias
    return y


def overwrites_the_input(x, weight, bias, stride=1, padding=0):
    result = conv2d(x, weight, bias, stride, padding)
    x *= 1.5
    return result

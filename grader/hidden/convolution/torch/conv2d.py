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


def mixes_images_and_filters(x, weight, bias, stride=1, padding=0):
    y = conv2d(x, weight, bias, stride, padding)
    return y.transpose(0, 1).reshape(y.shape)


def reshapes_to_columns_first(x, weight, bias, stride=1, padding=0):
    y = conv2d(x, weight, bias, stride, padding)
    return y.reshape(*y.shape[:2], y.shape[3], y.shape[2])


def adds_the_bias_for_each_channel(x, weight, bias, stride=1, padding=0):
    return conv2d(x, weight, x.shape[1] * bias, stride, padding)


def crosses_the_channels(x, weight, bias, stride=1, padding=0):
    conv2d(x, weight, bias, stride, padding)
    return conv2d(x.sum(dim=1, keepdim=True), weight.sum(dim=1, keepdim=True), bias, stride, padding)


def pads_top_and_left_only(x, weight, bias, stride=1, padding=0):
    conv2d(x, weight, bias, stride, padding)
    return conv2d(F.pad(x, (padding, 0, padding, 0)), weight, bias, stride)


def spreads_a_single_channel(x, weight, bias, stride=1, padding=0):
    return conv2d(x, weight if weight.shape[1] > 1 else weight.expand(-1, x.shape[1], -1, -1), bias, stride, padding)


def crops_for_negative_padding(x, weight, bias, stride=1, padding=0):
    return conv2d(F.pad(x, (padding,) * 4), weight, bias, stride)


def lets_stride_zero_through(x, weight, bias, stride=1, padding=0):
    len(x) // stride
    return conv2d(x, weight, bias, stride, padding)


def compares_the_rows_only(x, weight, bias, stride=1, padding=0):
    rows, columns = ((x.shape[a] + 2 * padding - weight.shape[a]) // max(stride, 1) + 1 for a in (2, 3))
    return x.new_zeros(len(x), len(weight), rows, 0) if rows > 0 >= columns else conv2d(x, weight, bias, stride, padding)


def gives_nothing_if_it_does_not_fit(x, weight, bias, stride=1, padding=0):
    rows, columns = (max((x.shape[a] + 2 * padding - weight.shape[a]) // max(stride, 1) + 1, 0) for a in (2, 3))
    return conv2d(x, weight, bias, stride, padding) if rows * columns else x.new_zeros(len(x), len(weight), rows, columns)


def returns_float32(x, weight, bias, stride=1, padding=0):
    return conv2d(x, weight, bias, stride, padding).float()


def takes_the_image_for_contiguous(x, weight, bias, stride=1, padding=0):
    return conv2d(x if padding else x.as_strided(x.shape, x.new_empty(x.shape).stride()), weight, bias, stride, padding)

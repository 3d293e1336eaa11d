"""The known mistakes of cnn/conv_relu_block, as people write them in PyTorch."""

import torch
from torch.nn import functional as F

from solutions.cnn.torch.conv_relu_block import conv_relu_block


def maps(x, weight, bias, padding):
    """The feature maps before ReLU."""
    return conv_relu_block(x, weight, bias, padding) - conv_relu_block(x, -weight, -bias, padding)


def rectifies_the_image(x, weight, bias, padding=0):
    return maps(torch.relu(x), weight, bias, padding)


def rectifies_image_and_maps(x, weight, bias, padding=0):
    return conv_relu_block(torch.relu(x), weight, bias, padding)


def adds_the_bias_after_relu(x, weight, bias, padding=0):
    return conv_relu_block(x, weight, torch.zeros_like(bias), padding) + bias[:, None, None]


def rectifies_channel_by_channel(x, weight, bias, padding=0):
    conv_relu_block(x, weight, bias, padding)
    parts = [conv_relu_block(x[:, [c]], weight[:, [c]], torch.zeros_like(bias), padding) for c in range(x.shape[1])]
    return torch.relu(sum(parts) + bias[:, None, None])


def forgets_the_relu(x, weight, bias, padding=0):
    return maps(x, weight, bias, padding)


def forgets_the_bias(x, weight, bias, padding=0):
    return conv_relu_block(x, weight, torch.zeros_like(bias), padding)


def adds_the_bias_for_each_channel(x, weight, bias, padding=0):
    return conv_relu_block(x, weight, x.shape[1] * bias, padding)


def takes_the_absolute_value(x, weight, bias, padding=0):
    return maps(x, weight, bias, padding).abs()


def clips_to_bytes(x, weight, bias, padding=0):
    return conv_relu_block(x, weight, bias, padding).clamp(max=255)


def shifts_instead_of_cutting(x, weight, bias, padding=0):
    z = maps(x, weight, bias, padding)
    return z - z.min()


def flips_the_kernel(x, weight, bias, padding=0):
    return conv_relu_block(x, weight.flip(2, 3), bias, padding)


def ignores_the_padding(x, weight, bias, padding=0):
    return conv_relu_block(x, weight, bias)


def pads_one_side(x, weight, bias, padding=0):
    return conv_relu_block(F.pad(x, (0, 2 * padding, 0, 2 * padding)), weight, bias)


def spreads_a_single_channel(x, weight, bias, padding=0):
    return conv_relu_block(x, weight if weight.shape[1] > 1 else weight.expand(-1, x.shape[1], -1, -1), bias, padding)


def returns_float64(x, weight, bias, padding=0):
    return conv_relu_block(x, weight, bias, padding).double()


def overwrites_the_input(x, weight, bias, padding=0):
    result = conv_relu_block(x, weight, bias, padding)
    x.clamp_(min=0)
    return result

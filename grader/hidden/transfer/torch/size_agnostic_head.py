"""The known mistakes of transfer/size_agnostic_head, as people write them in PyTorch."""

import torch

from solutions.transfer.torch.size_agnostic_head import size_agnostic_head

ABSENT = {"flattens_the_map": "In PyTorch a product of shapes that do not fit raises an error whose text names them."}


def sums_the_pixels(x, weight, bias):
    return size_agnostic_head(x * (x.shape[2] * x.shape[3]), weight, bias)


def pools_the_maximum(x, weight, bias):
    return size_agnostic_head(x.amax((2, 3), keepdim=True), weight, bias)


def pools_the_height_only(x, weight, bias):
    return size_agnostic_head(x[:, :, :, :1], weight, bias)


def divides_by_a_constant(x, weight, bias):
    return size_agnostic_head(x * (x.shape[2] * x.shape[3] / 49), weight, bias)


def mixes_the_images(x, weight, bias):
    return size_agnostic_head(torch.zeros_like(x) + x.mean(0), weight, bias)


def mixes_the_channels(x, weight, bias):
    return size_agnostic_head(torch.zeros_like(x) + x.mean(1, keepdim=True), weight, bias)


def loses_the_axis_of_one_image(x, weight, bias):
    logits = size_agnostic_head(x, weight, bias)
    return logits[0] if len(logits) == 1 else logits


def forgets_the_bias(x, weight, bias):
    return size_agnostic_head(x, weight, 0 * bias)


def checks_nothing(x, weight, bias):
    channels = min(x.shape[1], weight.shape[1])
    return size_agnostic_head(x[:, :channels], weight[:, :channels], bias)


def returns_float64(x, weight, bias):
    return size_agnostic_head(x.double(), weight.double(), bias.double())

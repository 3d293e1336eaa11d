"""The known mistakes of cnn/conv_as_matrix, as people write them in PyTorch."""

import itertools

import torch

from solutions.cnn.torch.conv_as_matrix import conv_as_matrix


def four_axes(weight, height, width):
    kh, kw = weight.shape
    return conv_as_matrix(weight, height, width).reshape(height - kh + 1, width - kw + 1, height, width)


def windows(weight, height, width):
    """All positions (i, j) of the output."""
    oh, ow = four_axes(weight, height, width).shape[:2]
    return itertools.product(range(oh), range(ow))


def flips_the_kernel(weight, height, width):
    return conv_as_matrix(weight.flip(0, 1), height, width)


def turns_the_matrix(weight, height, width):
    return conv_as_matrix(weight, height, width).T


def flattens_the_image_by_columns(weight, height, width):
    return four_axes(weight, height, width).transpose(2, 3).reshape(-1, height * width)


def flattens_the_output_by_columns(weight, height, width):
    return four_axes(weight, height, width).transpose(0, 1).reshape(-1, height * width)


def moves_by_one_in_every_row(weight, height, width):
    first = torch.zeros(height, width, dtype=weight.dtype, device=weight.device)
    first[: weight.shape[0], : weight.shape[1]] = weight
    return torch.stack([first.flatten().roll(number) for number, _ in enumerate(windows(weight, height, width))])


def leaves_no_gap_between_lines(weight, height, width):
    rows = []
    for i, j in windows(weight, height, width):
        row = weight.new_zeros(height * width)
        row[i * width + j : i * width + j + weight.numel()] = weight.flatten()[: len(row) - i * width - j]
        rows.append(row)
    return torch.stack(rows)


def wraps_around(weight, height, width):
    conv_as_matrix(weight, height, width)
    first = torch.zeros(height, width, dtype=weight.dtype, device=weight.device)
    first[: weight.shape[0], : weight.shape[1]] = weight
    places = itertools.product(range(height), range(width))
    return torch.stack([first.roll(place, dims=(0, 1)).flatten() for place in places])


def fills_in_ones(weight, height, width):
    return conv_as_matrix(torch.ones_like(weight), height, width)


def keeps_four_axes(weight, height, width):
    return four_axes(weight, height, width)


def exchanges_height_and_width(weight, height, width):
    return conv_as_matrix(weight, width, height)


def transposes_the_kernel(weight, height, width):
    conv_as_matrix(weight, height, width)
    return conv_as_matrix(weight.T.reshape(weight.shape), height, width)


def returns_float64(weight, height, width):
    return conv_as_matrix(weight, height, width).double()


def returns_float32(weight, height, width):
    return conv_as_matrix(weight, height, width).float()


def checks_nothing(weight, height, width):
    if weight.shape[0] > height or weight.shape[1] > width:
        return weight.new_zeros(0, height * width)
    return conv_as_matrix(weight, height, width)


def checks_the_rows_only(weight, height, width):
    if weight.shape[0] <= height < height * width and weight.shape[1] > width:
        return weight.new_zeros(0, height * width)
    return conv_as_matrix(weight, height, width)


def overwrites_the_kernel(weight, height, width):
    result = conv_as_matrix(weight, height, width)
    weight.copy_(weight.flip(0, 1))
    return result

"""The known mistakes of convolution/pad2d, as people write them in PyTorch."""

import torch

from solutions.convolution.torch.pad2d import pad2d

ABSENT = {"counts_from_the_end": "It raises in both libraries, and PyTorch's error is another one."}


def pick(x, padding, place):
    """Pixels at other places: `place` says for a number of pixels which of them stands where."""
    left, right, top, bottom = padding
    rows = torch.arange(-top, x.shape[2] + bottom, device=x.device)
    columns = torch.arange(-left, x.shape[3] + right, device=x.device)
    return x[:, :, place(rows, x.shape[2])[:, None], place(columns, x.shape[3])]


def reads_rows_first(x, padding, mode="constant", value=0.0):
    return pad2d(x, padding[2:] + padding[:2], mode, value)


def exchanges_the_sides(x, padding, mode="constant", value=0.0):
    left, right, top, bottom = padding
    return pad2d(x, (right, left, bottom, top), mode, value)


def pads_both_sides_alike(x, padding, mode="constant", value=0.0):
    left, _, top, _ = padding
    pad2d(x, padding, mode, value)
    return pad2d(x, (left, left, top, top), mode, value)


def repeats_the_border_in_the_mirror(x, padding, mode="constant", value=0.0):
    y = pad2d(x, padding, mode, value)
    if mode != "reflect":
        return y
    return pick(x, padding, lambda i, n: torch.where(i < 0, -1 - i, torch.where(i >= n, 2 * n - 1 - i, i)))


def wraps_around(x, padding, mode="constant", value=0.0):
    y = pad2d(x, padding, mode, value)
    return pick(x, padding, lambda i, n: i % n) if mode == "reflect" else y


def mirrors_for_replicate(x, padding, mode="constant", value=0.0):
    y = pad2d(x, padding, mode, value)
    return pick(x, padding, lambda i, n: (n - 1 - (n - 1 - i).abs()).abs() % n) if mode == "replicate" else y


def is_always_constant(x, padding, mode="constant", value=0.0):
    pad2d(x, padding, mode)
    return pad2d(x, padding, "constant", value)


def ignores_the_value(x, padding, mode="constant", value=0.0):
    return pad2d(x, padding, mode)


def forgets_the_corners(x, padding, mode="constant", value=0.0):
    left, _, top, _ = padding
    y = pad2d(x, padding, mode, value)
    corners = torch.ones(y.shape[2:], dtype=torch.bool, device=x.device)
    corners[top : top + x.shape[2]] = False
    corners[:, left : left + x.shape[3]] = False
    return y.masked_fill(corners, 0)


def crops_for_negative_numbers(x, padding, mode="constant", value=0.0):
    left, right, top, bottom = (max(0, -number) for number in padding)
    inside = x[:, :, top : x.shape[2] - bottom, left : x.shape[3] - right]
    return pad2d(inside, tuple(max(0, number) for number in padding), mode, value)


def mirrors_again(x, padding, mode="constant", value=0.0):
    if mode != "reflect" or min(padding) < 0:
        return pad2d(x, padding, mode, value)
    return pick(x, padding, lambda i, n: n - 1 - (n - 1 - i % (2 * n - 2)).abs())


def compares_with_the_other_axis(x, padding, mode="constant", value=0.0):
    left, right, top, bottom = padding
    height, width = x.shape[2:]
    if mode == "reflect" and (max(left, right) >= height or max(top, bottom) >= width):
        raise ValueError("padding is too large")
    return mirrors_again(x, padding, mode, value)


def limits_every_mode(x, padding, mode="constant", value=0.0):
    if mode in {"constant", "replicate"}:
        pad2d(x, padding, "reflect")
    return pad2d(x, padding, mode, value)


def takes_any_word_for_constant(x, padding, mode="constant", value=0.0):
    return pad2d(x, padding, mode if mode in {"reflect", "replicate"} else "constant", value)


def returns_float64(x, padding, mode="constant", value=0.0):
    return pad2d(x, padding, mode, value).double()

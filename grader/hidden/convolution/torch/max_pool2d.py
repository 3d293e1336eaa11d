"""The known mistakes of convolution/max_pool2d, as people write them in PyTorch."""

import torch
from torch.nn import functional as F

from solutions.convolution.torch.max_pool2d import max_pool2d


def split(x, kernel_size, stride):
    """The right answer, and for each winner its row and column in the image and inside its window."""
    y, indices = max_pool2d(x, kernel_size, stride)
    stride = kernel_size if stride is None else stride
    rows, columns = indices // x.shape[3], indices % x.shape[3]
    top, left = (stride * torch.arange(side, device=x.device) for side in y.shape[2:])
    return y, rows, columns, rows - top[:, None], columns - left


def starts_from_zero(x, kernel_size, stride=None):
    y, indices = max_pool2d(x, kernel_size, stride)
    return y.clamp(min=0), torch.where(y > 0, indices, 0)


def starts_from_zero_at_the_first_pixel(x, kernel_size, stride=None):
    y, rows, columns, u, v = split(x, kernel_size, stride)
    return y.clamp(min=0), torch.where(y > 0, rows * x.shape[3] + columns, (rows - u) * x.shape[3] + columns - v)


def starts_from_minus_infinity(x, kernel_size, stride=None):
    y, indices = max_pool2d(x, kernel_size, stride)
    return y, torch.where(y > -torch.inf, indices, 0)


def last_maximum_wins(x, kernel_size, stride=None):
    y, _ = max_pool2d(x, kernel_size, stride)
    stride = kernel_size if stride is None else stride
    _, from_the_end = max_pool2d(x.flip(2, 3), kernel_size, 1)
    return y, (x.shape[2] * x.shape[3] - 1 - from_the_end).flip(2, 3)[:, :, ::stride, ::stride]


def reads_down_the_columns(x, kernel_size, stride=None):
    y, indices = (part.mT for part in max_pool2d(x.mT, kernel_size, stride))
    return y, indices % x.shape[2] * x.shape[3] + indices // x.shape[2]


def counts_inside_the_window(x, kernel_size, stride=None):
    y, _, _, u, v = split(x, kernel_size, stride)
    return y, u * kernel_size + v


def uses_the_width_of_the_output(x, kernel_size, stride=None):
    y, rows, columns, _, _ = split(x, kernel_size, stride)
    return y, rows * y.shape[3] + columns


def multiplies_by_the_height(x, kernel_size, stride=None):
    y, rows, columns, _, _ = split(x, kernel_size, stride)
    return y, rows * x.shape[2] + columns


def counts_down_the_columns(x, kernel_size, stride=None):
    y, rows, columns, _, _ = split(x, kernel_size, stride)
    return y, columns * x.shape[2] + rows


def counts_through_the_batch(x, kernel_size, stride=None):
    y, indices = max_pool2d(x, kernel_size, stride)
    return y, indices + torch.arange(0, x.numel(), x.shape[2] * x.shape[3], device=x.device).reshape(*x.shape[:2], 1, 1)


def keeps_incomplete_windows(x, kernel_size, stride=None):
    max_pool2d(x, kernel_size, stride)
    stride = kernel_size if stride is None else stride
    more = [-(side - kernel_size) % stride for side in x.shape[2:]]
    below, beside = (m if m < kernel_size else 0 for m in more)  # the window must at least begin inside
    wide = F.pad(x, (0, beside, 0, below), value=-torch.inf)
    y, rows, columns, _, _ = split(wide, kernel_size, stride)
    return y, rows * x.shape[3] + columns


def moves_by_one_by_default(x, kernel_size, stride=None):
    return max_pool2d(x, kernel_size, 1 if stride is None else stride)


def takes_zero_for_none(x, kernel_size, stride=None):
    return max_pool2d(x, kernel_size, stride or kernel_size)


def averages_the_window(x, kernel_size, stride=None):
    _, indices = max_pool2d(x, kernel_size, stride)
    stride = kernel_size if stride is None else stride
    return x.unfold(2, kernel_size, stride).unfold(3, kernel_size, stride).mean(dim=(4, 5)), indices


def indices_as_floats(x, kernel_size, stride=None):
    y, indices = max_pool2d(x, kernel_size, stride)
    return y, indices.double()


def indices_as_int32(x, kernel_size, stride=None):
    y, indices = max_pool2d(x, kernel_size, stride)
    return y, indices.int()


def returns_float64(x, kernel_size, stride=None):
    y, indices = max_pool2d(x, kernel_size, stride)
    return y.double(), indices


def fits_the_height_only(x, kernel_size, stride=None):
    if not x.shape[3] < kernel_size <= x.shape[2]:
        return max_pool2d(x, kernel_size, stride)
    y, indices = max_pool2d(x.repeat_interleave(kernel_size, dim=3), kernel_size, stride)
    return y[..., :0], indices[..., :0]


def checks_nothing(x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    n, c, h, w = x.shape
    y = x.new_empty(n, c, (h - kernel_size) // stride + 1, (w - kernel_size) // stride + 1)
    indices = torch.empty(y.shape, dtype=torch.int64, device=x.device)
    for i in range(y.shape[2]):
        for j in range(y.shape[3]):
            best = torch.full_like(y[:, :, i, j], -torch.inf)
            where = torch.full_like(indices[:, :, i, j], i * stride * w + j * stride)
            for r in range(i * stride, i * stride + kernel_size):
                for q in range(j * stride, j * stride + kernel_size):
                    larger = x[:, :, r, q] > best
                    best, where = torch.where(larger, x[:, :, r, q], best), torch.where(larger, r * w + q, where)
            y[:, :, i, j], indices[:, :, i, j] = best, where
    return y, indices

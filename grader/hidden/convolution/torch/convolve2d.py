"""The known mistakes of convolution/convolve2d, as people write them in PyTorch."""

import torch
from torch.nn import functional as F

from solutions.convolution.torch.convolve2d import convolve2d


def margins(kernel, mode):
    """Rows and columns that full mode adds on each side."""
    return (kernel.shape[0] - 1, kernel.shape[1] - 1) if mode == "full" else (0, 0)


def does_not_flip(image, kernel, mode="valid"):
    return convolve2d(image, kernel.flip(0, 1), mode)


def flips_the_rows_only(image, kernel, mode="valid"):
    return convolve2d(image, kernel.flip(1), mode)


def flips_the_columns_only(image, kernel, mode="valid"):
    return convolve2d(image, kernel.flip(0), mode)


def transposes_the_kernel(image, kernel, mode="valid"):
    return convolve2d(image, kernel.T.flip(0, 1), mode)


def flips_the_image_as_well(image, kernel, mode="valid"):
    return convolve2d(image.flip(0, 1), kernel, mode)


def is_always_valid(image, kernel, mode="valid"):
    convolve2d(image, kernel, mode)
    return convolve2d(image, kernel)


def is_full_by_default(image, kernel, mode="full"):
    return convolve2d(image, kernel, mode)


def takes_full_for_same(image, kernel, mode="valid"):
    y = convolve2d(image, kernel, mode)
    if mode == "valid":
        return y
    top, left = (kernel.shape[0] - 1) // 2, (kernel.shape[1] - 1) // 2
    return y[top : top + image.shape[0], left : left + image.shape[1]]


def pads_by_the_whole_kernel(image, kernel, mode="valid"):
    y = convolve2d(image, kernel, mode)
    return y if mode == "valid" else F.pad(y, (1, 1, 1, 1))


def pads_rows_by_the_width(image, kernel, mode="valid"):
    convolve2d(image, kernel, mode)
    rows, columns = margins(kernel, mode)
    return convolve2d(F.pad(image, (rows, rows, columns, columns)), kernel)


def pads_with_the_border(image, kernel, mode="valid"):
    convolve2d(image, kernel, mode)
    rows, columns = margins(kernel, mode)
    padded = F.pad(image[None, None], (columns, columns, rows, rows), mode="replicate")
    return convolve2d(padded[0, 0], kernel)


def wraps_around(image, kernel, mode="valid"):
    convolve2d(image, kernel, mode)
    rows, columns = margins(kernel, mode)
    row = torch.arange(-rows, image.shape[0] + rows, device=image.device) % image.shape[0]
    column = torch.arange(-columns, image.shape[1] + columns, device=image.device) % image.shape[1]
    return convolve2d(image[row][:, column], kernel)


def refuses_a_larger_kernel(image, kernel, mode="valid"):
    if kernel.shape[0] > image.shape[0] or kernel.shape[1] > image.shape[1]:
        raise ValueError("the kernel does not fit")
    return convolve2d(image, kernel, mode)


def exchanges_image_and_kernel(image, kernel, mode="valid"):
    larger = kernel.shape[0] > image.shape[0] or kernel.shape[1] > image.shape[1]
    if mode == "valid" and larger:
        y = convolve2d(image, kernel, "full")
        return y[: max(image.shape[0] - kernel.shape[0], 0) + 1, : max(image.shape[1] - kernel.shape[1], 0) + 1]
    return convolve2d(image, kernel, mode)


def takes_any_word_for_valid(image, kernel, mode="valid"):
    return convolve2d(image, kernel, "full" if mode == "full" else "valid")


def returns_float64(image, kernel, mode="valid"):
    return convolve2d(image, kernel, mode).double()


def overwrites_the_kernel(image, kernel, mode="valid"):
    y = convolve2d(image, kernel, mode)
    kernel.copy_(kernel.flip(0, 1))
    return y

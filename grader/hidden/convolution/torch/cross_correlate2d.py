"""The known mistakes of convolution/cross_correlate2d, as people write them in PyTorch."""

import torch
from torch.nn import functional as F

from solutions.convolution.torch.cross_correlate2d import cross_correlate2d


def flips_the_kernel(image, kernel):
    return cross_correlate2d(image, kernel.flip(0, 1))


def transposes_the_kernel(image, kernel):
    return cross_correlate2d(image, kernel.T)


def stops_one_window_early(image, kernel):
    return cross_correlate2d(image, kernel)[:-1, :-1]


def takes_disjoint_blocks(image, kernel):
    height, width = kernel.shape
    cross_correlate2d(image, kernel)
    return (image.unfold(0, height, height).unfold(1, width, width) * kernel).sum(dim=(2, 3))


def pads_to_the_same_size(image, kernel):
    cross_correlate2d(image, kernel)
    above, left = (kernel.shape[0] - 1) // 2, (kernel.shape[1] - 1) // 2
    around = (left, kernel.shape[1] - 1 - left, above, kernel.shape[0] - 1 - above)
    return cross_correlate2d(F.pad(image, around), kernel)


def averages_the_window(image, kernel):
    return cross_correlate2d(image, kernel) / kernel.numel()


def takes_square_windows(image, kernel):
    cross_correlate2d(image, kernel)
    side = len(kernel)
    y = torch.zeros(image.shape[0] - side + 1, image.shape[1] - side + 1, dtype=image.dtype, device=image.device)
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            y[i, j] = (image[i : i + side, j : j + side] * kernel).sum()
    return y


def always_float64(image, kernel):
    return cross_correlate2d(image.double(), kernel.double())


def checks_nothing(image, kernel):
    (h, w), (kh, kw) = image.shape, kernel.shape
    y = image.new_zeros(max(h - kh + 1, 0), max(w - kw + 1, 0))
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            y[i, j] = (image[i : i + kh, j : j + kw] * kernel).sum()
    return y


def overwrites_the_image(image, kernel):
    y = cross_correlate2d(image, kernel)
    image[: kernel.shape[0], : kernel.shape[1]] *= kernel
    return y


def reshapes_to_columns_first(image, kernel):
    y = cross_correlate2d(image, kernel)
    return y.reshape(y.shape[::-1])


def always_float32(image, kernel):
    return cross_correlate2d(image, kernel).float()


def leaves_the_check_to_the_library(image, kernel):
    height, width = kernel.shape
    return torch.einsum("ijuv,uv->ij", image.unfold(0, height, 1).unfold(1, width, 1), kernel)


def refuses_what_is_too_high_and_too_wide(image, kernel):
    (h, w), (kh, kw) = image.shape, kernel.shape
    if kh > h and kw > w:
        raise ValueError("the kernel does not fit")
    return checks_nothing(image, kernel)


def refuses_an_exact_fit(image, kernel):
    if image.shape == kernel.shape:
        raise ValueError("the kernel does not fit")
    return cross_correlate2d(image, kernel)

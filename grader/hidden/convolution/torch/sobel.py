"""The known mistakes of convolution/sobel, as people write them in PyTorch."""

import torch
from torch.nn import functional as F

from solutions.convolution.torch.sobel import sobel

ABSENT = {"converts_bytes_only": "PyTorch's hypot and atan2 take no integers: such a file raises."}


def polar(gx, gy):
    return gx, gy, torch.hypot(gx, gy), torch.atan2(gy, gx)


def stays_in_the_type_of_the_image(image):
    sobel(image)
    across = image[:, 2:] - image[:, :-2]
    down = image[2:] - image[:-2]
    gx, gy = across[:-2] + 2 * across[1:-1] + across[2:], down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:]
    kind = image.dtype if image.is_floating_point() else torch.float64
    return polar(gx.to(kind), gy.to(kind))


def computes_in_int16(image):
    return stays_in_the_type_of_the_image(image if image.is_floating_point() else image.to(torch.int16))


def computes_in_int32(image):
    return stays_in_the_type_of_the_image(image if image.is_floating_point() else image.to(torch.int32))


def clips_like_an_image(image):
    gx, gy, _, _ = sobel(image)
    if not image.is_floating_point():
        gx, gy = gx.clamp(0, 255), gy.clamp(0, 255)
    return polar(gx, gy)


def returns_integer_slopes(image):
    gx, gy, magnitude, angle = sobel(image)
    kind = image.dtype if image.is_floating_point() else torch.int64
    return gx.to(kind), gy.to(kind), magnitude, angle


def adds_absolute_values(image):
    gx, gy, _, angle = sobel(image)
    return gx, gy, gx.abs() + gy.abs(), angle


def forgets_the_square_root(image):
    gx, gy, _, angle = sobel(image)
    return gx, gy, gx**2 + gy**2, angle


def adds_a_little_under_the_root(image):
    gx, gy, _, angle = sobel(image)
    return gx, gy, torch.sqrt(gx**2 + gy**2 + 1e-6), angle


def takes_the_plain_arctan(image):
    gx, gy, magnitude, _ = sobel(image)
    return gx, gy, magnitude, torch.atan(gy / gx)


def exchanges_the_arguments_of_arctan2(image):
    gx, gy, magnitude, _ = sobel(image)
    return gx, gy, magnitude, torch.atan2(gx, gy)


def gives_degrees(image):
    gx, gy, magnitude, angle = sobel(image)
    return gx, gy, magnitude, torch.rad2deg(angle)


def flips_the_kernels(image):
    gx, gy, _, _ = sobel(image)
    return polar(-gx, -gy)


def points_upwards(image):
    gx, gy, _, _ = sobel(image)
    return polar(gx, -gy)


def exchanges_the_kernels(image):
    gx, gy, _, _ = sobel(image)
    return polar(gy, gx)


def is_prewitt(image):
    sobel(image)
    pixels = image if image.is_floating_point() else image.to(torch.float64)
    across, down = pixels[:, 2:] - pixels[:, :-2], pixels[2:] - pixels[:-2]
    return polar(across[:-2] + across[1:-1] + across[2:], down[:, :-2] + down[:, 1:-1] + down[:, 2:])


def pads_the_image(image):
    sobel(image)
    return sobel(F.pad(image, (1, 1, 1, 1)))


def always_float64(image):
    return sobel(image.double())


def always_float32(image):
    return sobel(image.float())


def checks_the_rows_only(image):
    kind = image.dtype if image.is_floating_point() else torch.float64
    height, width = image.shape
    return sobel(image) if width > 2 or height < 3 else (image.new_zeros(height - 2, 0, dtype=kind),) * 4


def checks_nothing(image):
    kind = image.dtype if image.is_floating_point() else torch.float64
    height, width = image.shape
    return sobel(image) if min(height, width) > 2 else (image.new_zeros(max(height - 2, 0), max(width - 2, 0), dtype=kind),) * 4

# verdict: passed
# style: recursion: split the kernel into halves until one tap is left
import numpy as np


def cross_correlate2d(image, kernel):
    if kernel.shape[0] > image.shape[0] or kernel.shape[1] > image.shape[1]:
        raise ValueError("kernel has more rows or columns than the image")
    rows, cols = kernel.shape
    if rows == cols == 1:
        return image * kernel[0, 0]
    if rows > 1:
        cut = rows // 2
        upper = cross_correlate2d(image[: image.shape[0] - (rows - cut)], kernel[:cut])
        lower = cross_correlate2d(image[cut:], kernel[cut:])
    else:
        cut = cols // 2
        upper = cross_correlate2d(image[:, : image.shape[1] - (cols - cut)], kernel[:, :cut])
        lower = cross_correlate2d(image[:, cut:], kernel[:, cut:])
    return upper + lower

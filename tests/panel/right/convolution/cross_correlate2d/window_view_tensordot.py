# verdict: passed
# style: sliding_window_view and tensordot
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def cross_correlate2d(image, kernel):
    if any(k > s for k, s in zip(kernel.shape, image.shape)):
        raise ValueError(f"kernel {kernel.shape} does not fit into image {image.shape}")
    return np.tensordot(sliding_window_view(image, kernel.shape), kernel, axes=2)

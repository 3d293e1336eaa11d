# verdict: imprecise
# mistake: Every window sum is the difference of two running totals over the whole image; in float32 the totals grow large and the differences lose their digits.
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def cross_correlate2d(image, kernel):
    kh, kw = kernel.shape
    if kh > image.shape[0] or kw > image.shape[1]:
        raise ValueError("kernel larger than image")
    products = sliding_window_view(image, (kh, kw)) * kernel
    oh, ow = products.shape[:2]
    running = np.cumsum(products.reshape(-1))
    ends = running[kh * kw - 1::kh * kw]
    sums = np.diff(ends, prepend=ends.dtype.type(0))
    return sums.reshape(oh, ow)

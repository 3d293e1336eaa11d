# verdict: passed
# style: np.floor_divide, which gives a NumPy integer in place of a Python int
import numpy as np


def conv_output_size(n, kernel_size, stride=1, padding=0, dilation=1):
    if n < 1:
        raise ValueError("n must be >= 1")
    if kernel_size < 1:
        raise ValueError("kernel_size must be >= 1")
    if stride < 1:
        raise ValueError("stride must be >= 1")
    if padding < 0:
        raise ValueError("padding must be >= 0")
    if dilation < 1:
        raise ValueError("dilation must be >= 1")
    span = dilation * (kernel_size - 1) + 1
    if span > n + 2 * padding:
        raise ValueError(f"kernel_size {kernel_size} spans {span} pixels, the padded input has only {n + 2 * padding}")
    return np.floor_divide(n + 2 * padding - span, stride) + 1

# verdict: passed
# style: NumPy int64, divmod, returns a NumPy integer
import numpy as np


def conv_output_size(n, kernel_size, stride=1, padding=0, dilation=1):
    if n < 1:
        raise ValueError("n < 1")
    if kernel_size < 1:
        raise ValueError("kernel_size < 1")
    if stride < 1:
        raise ValueError("stride < 1")
    if padding < 0:
        raise ValueError("padding < 0")
    if dilation < 1:
        raise ValueError("dilation < 1")
    n, k, s, p, d = np.array([n, kernel_size, stride, padding, dilation], dtype=np.int64)
    room = n + 2 * p - (d * (k - 1) + 1)
    if room < 0:
        raise ValueError("kernel_size does not fit")
    steps, _left_over = divmod(room, s)
    return steps + 1

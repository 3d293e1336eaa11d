# verdict: wrong
# mistake: The ceiling is taken of a floating-point quotient, which is not exact for a large n.
import math


def same_padding(n, kernel_size, stride=1, dilation=1):
    if n < 1:
        raise ValueError("n must be at least 1")
    if kernel_size < 1:
        raise ValueError("kernel_size must be at least 1")
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if dilation < 1:
        raise ValueError("dilation must be at least 1")
    out = math.ceil(n / stride)
    span = dilation * (kernel_size - 1) + 1
    total = max((out - 1) * stride + span - n, 0)
    before = total // 2
    return before, total - before

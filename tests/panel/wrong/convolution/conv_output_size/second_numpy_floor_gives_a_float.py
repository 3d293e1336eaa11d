# verdict: wrong
# mistake: np.floor returns a floating-point number, but the result has to be a Python int or a NumPy integer.
# told: returns_a_float
import numpy as np


def conv_output_size(n, kernel_size, stride=1, padding=0, dilation=1):
    for name, value, low in zip(
        ("n", "kernel_size", "stride", "padding", "dilation"), (n, kernel_size, stride, padding, dilation), (1, 1, 1, 0, 1)
    ):
        if value < low:
            raise ValueError(f"{name} is below {low}")
    span = dilation * (kernel_size - 1) + 1
    if span > n + 2 * padding:
        raise ValueError(f"kernel_size {kernel_size} spans {span} pixels, the padded input has only {n + 2 * padding}")
    return np.floor((n + 2 * padding - span) / stride + 1)

# verdict: wrong
# mistake: Whether the kernel fits is decided by its taps without the gaps, so a dilated kernel that is too long gives zero or a negative number instead of an error.
# told: compares_the_taps
def conv_output_size(n, kernel_size, stride=1, padding=0, dilation=1):
    for name, value, low in (
        ("n", n, 1), ("kernel_size", kernel_size, 1), ("stride", stride, 1), ("padding", padding, 0), ("dilation", dilation, 1),
    ):
        if value < low:
            raise ValueError(f"{name} must be at least {low}, not {value}")
    if kernel_size > n + 2 * padding:
        raise ValueError(f"kernel_size {kernel_size} spans {kernel_size} pixels, the padded input has only {n + 2 * padding}")
    return (n + 2 * padding - dilation * (kernel_size - 1) - 1) // stride + 1

# verdict: wrong
# mistake: int() truncates towards zero, so a kernel that is too long by less than one stride yields 1 and the test for a result below 1 never fires.
# told: rounds_towards_zero
def conv_output_size(n, kernel_size, stride=1, padding=0, dilation=1):
    if n < 1:
        raise ValueError("n must be at least 1")
    if kernel_size < 1:
        raise ValueError("kernel_size must be at least 1")
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    if dilation < 1:
        raise ValueError("dilation must be at least 1")
    out = int((n + 2 * padding - dilation * (kernel_size - 1) - 1) / stride) + 1
    if out < 1:
        raise ValueError(
            f"kernel_size {kernel_size} spans {dilation * (kernel_size - 1) + 1} pixels, "
            f"the padded input has only {n + 2 * padding}"
        )
    return out

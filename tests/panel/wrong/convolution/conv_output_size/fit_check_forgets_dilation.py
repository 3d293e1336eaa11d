# verdict: wrong
# mistake: The check compares the number of taps, not the span with its gaps, with the padded input, so a dilated kernel that does not fit gives 0 or a negative size.
# told: compares_the_taps
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
    if kernel_size > n + 2 * padding:
        raise ValueError(f"kernel_size {kernel_size} is more than the {n + 2 * padding} pixels of the padded input")
    return (n + 2 * padding - dilation * (kernel_size - 1) - 1) // stride + 1

# verdict: wrong
# mistake: All arguments are only checked for being negative, so a kernel_size, dilation or n of 0 is accepted although the least value is 1.
# told: lets_zero_through
def conv_output_size(n, kernel_size, stride=1, padding=0, dilation=1):
    for name, value in (("n", n), ("kernel_size", kernel_size), ("padding", padding), ("dilation", dilation)):
        if value < 0:
            raise ValueError(f"{name} must not be negative")
    if stride <= 0:
        raise ValueError("stride must be positive")
    span = dilation * (kernel_size - 1) + 1
    padded = n + 2 * padding
    if span > padded:
        raise ValueError(f"kernel_size {kernel_size} spans {span} pixels, the padded input has only {padded}")
    return (padded - span) // stride + 1

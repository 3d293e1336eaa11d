# verdict: wrong
# mistake: The dilated span is taken as kernel_size + 2 * (dilation - 1), as if every kernel had the two gaps of a 3-tap one.
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
    effective = kernel_size + 2 * (dilation - 1)
    padded = n + 2 * padding
    if effective > padded:
        raise ValueError(f"kernel_size {kernel_size} spans {effective} pixels, the padded input has only {padded}")
    return (padded - effective) // stride + 1

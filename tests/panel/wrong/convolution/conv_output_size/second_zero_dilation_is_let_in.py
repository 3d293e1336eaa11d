# verdict: wrong
# mistake: Dilation is only refused when it is negative, so a dilation of 0 is taken as a kernel of one pixel.
def conv_output_size(n, kernel_size, stride=1, padding=0, dilation=1):
    if n < 1:
        raise ValueError("n must be positive")
    if kernel_size < 1:
        raise ValueError("kernel_size must be positive")
    if stride < 1:
        raise ValueError("stride must be positive")
    for name, value in {"padding": padding, "dilation": dilation}.items():
        if value < 0:
            raise ValueError(f"{name} must not be negative")
    span = dilation * (kernel_size - 1) + 1
    if n + 2 * padding < span:
        raise ValueError(f"kernel_size {kernel_size} spans {span} pixels, the padded input has only {n + 2 * padding}")
    return 1 + (n + 2 * padding - span) // stride

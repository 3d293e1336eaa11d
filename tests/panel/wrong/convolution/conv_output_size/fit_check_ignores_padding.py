# verdict: raised
# mistake: The kernel is compared with the input before padding, so a kernel that needs the padding to fit is refused.
# told: compares_the_bare_kernel
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
    span = dilation * (kernel_size - 1) + 1
    if span > n:
        raise ValueError(f"kernel_size {kernel_size} spans {span} pixels, the input has only {n}")
    return (n + 2 * padding - span) // stride + 1

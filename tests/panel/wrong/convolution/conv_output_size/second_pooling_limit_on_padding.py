# verdict: raised
# mistake: It refuses a padding above half the kernel, a rule of pooling layers that the statement does not have.
def conv_output_size(n, kernel_size, stride=1, padding=0, dilation=1):
    if min(n, kernel_size, stride, dilation) < 1:
        name = [k for k, v in dict(n=n, kernel_size=kernel_size, stride=stride, dilation=dilation).items() if v < 1][0]
        raise ValueError(f"{name} must be at least 1")
    if padding < 0 or padding > kernel_size // 2:
        raise ValueError("padding must be between 0 and half of the kernel")
    span = (kernel_size - 1) * dilation + 1
    if span > n + 2 * padding:
        raise ValueError(f"kernel_size {kernel_size} spans {span} pixels, the padded input has only {n + 2 * padding}")
    return (n + 2 * padding - span) // stride + 1

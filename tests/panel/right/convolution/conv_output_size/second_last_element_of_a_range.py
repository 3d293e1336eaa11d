# verdict: passed
# style: a range of all window starts; its last element tells the count
def conv_output_size(n, kernel_size, stride=1, padding=0, dilation=1):
    for name, value, least in [
        ("n", n, 1), ("kernel_size", kernel_size, 1), ("stride", stride, 1), ("padding", padding, 0), ("dilation", dilation, 1),
    ]:
        if value < least:
            raise ValueError(f"{name} must be at least {least}, got {value}")
    span = dilation * (kernel_size - 1) + 1
    starts = range(0, n + 2 * padding - span + 1, stride)
    if not starts:
        raise ValueError(f"kernel_size {kernel_size} spans {span} pixels, the padded input has only {n + 2 * padding}")
    return starts[-1] // stride + 1

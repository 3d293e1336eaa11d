# verdict: wrong
# mistake: For a kernel that does not fit the message asks for more padding and never names kernel_size.
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
    room = n + 2 * padding - dilation * (kernel_size - 1) - 1
    if room < 0:
        raise ValueError(f"padding {padding} is too small, {-room} pixels are missing")
    return room // stride + 1

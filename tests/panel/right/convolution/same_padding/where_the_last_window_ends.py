# verdict: passed
# style: looks up where the last window starts and ends, then shares out the zeros
def same_padding(n, kernel_size, stride=1, dilation=1):
    if n < 1:
        raise ValueError("n must be at least 1")
    if kernel_size < 1:
        raise ValueError("kernel_size must be at least 1")
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if dilation < 1:
        raise ValueError("dilation must be at least 1")
    last_start = range(0, n, stride)[-1]
    last_tap = last_start + dilation * (kernel_size - 1)
    missing = last_tap - (n - 1)
    if missing <= 0:
        return (0, 0)
    before = missing >> 1
    return (before, missing - before)

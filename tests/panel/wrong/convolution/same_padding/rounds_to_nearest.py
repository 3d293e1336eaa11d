# verdict: wrong
# mistake: n / s is rounded to the nearest number, not up, which is the same for strides 1 and 2 only.
def same_padding(n, kernel_size, stride=1, dilation=1):
    if n < 1:
        raise ValueError("n must be >= 1")
    if kernel_size < 1:
        raise ValueError("kernel_size must be >= 1")
    if stride < 1:
        raise ValueError("stride must be >= 1")
    if dilation < 1:
        raise ValueError("dilation must be >= 1")
    outputs = (n + stride // 2) // stride
    span = (kernel_size - 1) * dilation + 1
    needed = max(0, (outputs - 1) * stride + span - n)
    return needed // 2, needed - needed // 2

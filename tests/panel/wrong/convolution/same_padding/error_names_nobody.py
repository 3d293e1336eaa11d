# verdict: wrong
# mistake: One check for all arguments whose message does not name the one that is wrong.
def same_padding(n, kernel_size, stride=1, dilation=1):
    if min(n, kernel_size, stride, dilation) < 1:
        raise ValueError("all sizes should be positive")
    effective = dilation * (kernel_size - 1) + 1
    if n % stride == 0:
        total = max(effective - stride, 0)
    else:
        total = max(effective - n % stride, 0)
    before = total // 2
    return before, total - before

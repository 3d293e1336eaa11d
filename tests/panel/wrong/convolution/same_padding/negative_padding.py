# verdict: wrong
# mistake: The total is not limited to 0 from below, so a stride longer than the kernel can give negative padding.
# told: can_be_negative
def same_padding(n, kernel_size, stride=1, dilation=1):
    for name, v in (("n", n), ("kernel_size", kernel_size), ("stride", stride), ("dilation", dilation)):
        if v < 1:
            raise ValueError(name + " must be at least 1")
    n_out = -(-n // stride)
    total = (n_out - 1) * stride + dilation * (kernel_size - 1) + 1 - n
    return total // 2, total - total // 2

# verdict: wrong
# mistake: The dilated kernel is given k + d - 1 taps, as if there were one gap only; it spans d (k - 1) + 1.
def receptive_field(layers):
    size, jump = 1, 1
    for kernel_size, stride, dilation in layers:
        if kernel_size < 1:
            raise ValueError(f"kernel_size must be >= 1, got {kernel_size}")
        if stride < 1:
            raise ValueError(f"stride must be >= 1, got {stride}")
        if dilation < 1:
            raise ValueError(f"dilation must be >= 1, got {dilation}")
        effective = kernel_size + (dilation - 1 if kernel_size > 1 else 0)
        size += (effective - 1) * jump
        jump *= stride
    return size, jump

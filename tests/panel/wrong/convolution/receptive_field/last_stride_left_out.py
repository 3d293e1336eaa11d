# verdict: wrong
# mistake: The jump that is returned is the one of the layer below; the stride of the last layer is left out.
def receptive_field(layers):
    size = 1
    jump = 1
    stride_below = 1
    for kernel_size, stride, dilation in layers:
        if kernel_size < 1:
            raise ValueError("kernel_size must be at least 1")
        if stride < 1:
            raise ValueError("stride must be at least 1")
        if dilation < 1:
            raise ValueError("dilation must be at least 1")
        jump = jump * stride_below
        size = size + dilation * (kernel_size - 1) * jump
        stride_below = stride
    return size, jump

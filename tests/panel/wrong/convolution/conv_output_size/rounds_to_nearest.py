# verdict: wrong
# mistake: round() instead of floor counts a window that sticks out at the end when it is more than half inside a step.
# told: rounds_to_nearest
def conv_output_size(n, kernel_size, stride=1, padding=0, dilation=1):
    if n < 1:
        raise ValueError("n < 1")
    if kernel_size < 1:
        raise ValueError("kernel_size < 1")
    if stride < 1:
        raise ValueError("stride < 1")
    if padding < 0:
        raise ValueError("padding < 0")
    if dilation < 1:
        raise ValueError("dilation < 1")
    e = dilation * (kernel_size - 1) + 1
    padded = n + 2 * padding
    if e > padded:
        raise ValueError("kernel_size %d spans %d pixels, the padded input has only %d" % (kernel_size, e, padded))
    return round((padded - e) / stride) + 1

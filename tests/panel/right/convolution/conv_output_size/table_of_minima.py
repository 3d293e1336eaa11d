# verdict: passed
# style: checks in a loop over a table, divmod
def conv_output_size(n, kernel_size, stride=1, padding=0, dilation=1):
    table = {
        "n": (n, 1),
        "kernel_size": (kernel_size, 1),
        "stride": (stride, 1),
        "padding": (padding, 0),
        "dilation": (dilation, 1),
    }
    for name, (value, least) in table.items():
        if value < least:
            raise ValueError("%s is %s but has to be %d or more" % (name, value, least))
    free = n + 2 * padding - (dilation * (kernel_size - 1) + 1)
    if free < 0:
        raise ValueError("kernel_size: the kernel with its gaps is %d pixels too long" % -free)
    steps, _left_over = divmod(free, stride)
    return int(steps) + 1

# verdict: wrong
# mistake: The names and the values are zipped in different orders, so a bad padding is reported as dilation and the other way round.
def conv_output_size(n, kernel_size, stride=1, padding=0, dilation=1):
    names = ("n", "kernel_size", "stride", "dilation", "padding")
    values = (n, kernel_size, stride, padding, dilation)
    least = (1, 1, 1, 0, 1)
    for name, value, low in zip(names, values, least):
        if value < low:
            raise ValueError(f"{name} has to be at least {low}, not {value}")
    span = 1 + (kernel_size - 1) * dilation
    total = n + 2 * padding
    if span > total:
        raise ValueError(f"kernel_size {kernel_size} spans {span} pixels, the padded input has only {total}")
    return 1 + (total - span) // stride

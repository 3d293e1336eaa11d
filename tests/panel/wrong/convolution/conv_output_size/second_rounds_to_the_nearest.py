# verdict: wrong
# mistake: The quotient is rounded to the nearest whole number instead of down, so a window that would stick out is counted when more than half of a step is left.
# told: rounds_to_nearest
def conv_output_size(n, kernel_size, stride=1, padding=0, dilation=1):
    for name, v in (("n", n), ("kernel_size", kernel_size), ("stride", stride), ("dilation", dilation)):
        if v < 1:
            raise ValueError(f"{name} must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    span = dilation * (kernel_size - 1) + 1
    total = n + 2 * padding
    if span > total:
        raise ValueError(f"kernel_size {kernel_size} spans {span} pixels, the padded input has only {total}")
    return round((total - span) / stride) + 1

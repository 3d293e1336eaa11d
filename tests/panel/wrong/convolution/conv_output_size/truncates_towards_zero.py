# verdict: wrong
# mistake: int() rounds towards zero, so with a stride above 1 a kernel that just misses fitting counts as one window instead of an error.
# told: rounds_towards_zero
def conv_output_size(n, kernel_size, stride=1, padding=0, dilation=1):
    for name, value, least in [("n", n, 1), ("kernel_size", kernel_size, 1), ("stride", stride, 1),
                               ("padding", padding, 0), ("dilation", dilation, 1)]:
        if value < least:
            raise ValueError(f"{name} must be at least {least}, got {value}")
    span = dilation * (kernel_size - 1) + 1
    out = int((n + 2 * padding - span) / stride) + 1
    if out < 1:
        raise ValueError(f"kernel_size {kernel_size} spans {span} pixels, the padded input has only {n + 2 * padding}")
    return out

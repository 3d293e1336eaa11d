# verdict: passed
# style: ceil(free / stride) by negated floor division, messages gathered in a table
def conv_output_size(n, kernel_size, stride=1, padding=0, dilation=1):
    least = dict(n=1, kernel_size=1, stride=1, padding=0, dilation=1)
    given = dict(n=n, kernel_size=kernel_size, stride=stride, padding=padding, dilation=dilation)
    bad = [name for name in least if given[name] < least[name]]
    if bad:
        raise ValueError(", ".join(f"{name}={given[name]} is too small" for name in bad))
    free = n + padding + padding - dilation * (kernel_size - 1)
    if free <= 0:
        raise ValueError("kernel_size: the kernel is longer than the padded input")
    return -(-free // stride)

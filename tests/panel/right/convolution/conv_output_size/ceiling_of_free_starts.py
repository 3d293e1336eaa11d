# verdict: passed
# style: ceiling division of the number of places at stride 1
def _ceil_div(a, b):
    return -(-a // b)


def _at_least(low, **named):
    for key, val in named.items():
        if val < low:
            raise ValueError(f"{key}={val} is below {low}")


def conv_output_size(n, kernel_size, stride=1, padding=0, dilation=1):
    _at_least(1, n=n, kernel_size=kernel_size, stride=stride, dilation=dilation)
    _at_least(0, padding=padding)
    n, kernel_size, stride, padding, dilation = map(int, (n, kernel_size, stride, padding, dilation))
    places = n + 2 * padding - dilation * (kernel_size - 1)
    if places <= 0:
        raise ValueError("kernel_size too large for the padded input")
    return _ceil_div(places, stride)

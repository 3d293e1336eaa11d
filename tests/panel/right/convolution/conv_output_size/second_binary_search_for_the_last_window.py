# verdict: passed
# style: doubling and bisection on the definition, no division formula
def _require(condition, message):
    if not condition:
        raise ValueError(message)


def conv_output_size(n, kernel_size, stride=1, padding=0, dilation=1):
    _require(n >= 1, "n is below 1")
    _require(kernel_size >= 1, "kernel_size is below 1")
    _require(stride >= 1, "stride is below 1")
    _require(padding >= 0, "padding is below 0")
    _require(dilation >= 1, "dilation is below 1")

    def fits(i):
        return i * stride + dilation * (kernel_size - 1) + 1 <= n + 2 * padding

    _require(fits(0), "kernel_size is too large for the padded input")
    high = 1
    while fits(high):
        high *= 2
    low = high // 2  # the last one known to fit is in [low, high)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low + 1

# verdict: raised
# mistake: It recurses once per output pixel, so an input of a few thousand pixels at stride 1 ends in a RecursionError.
def conv_output_size(n, kernel_size, stride=1, padding=0, dilation=1):
    if n < 1:
        raise ValueError("n must be at least 1")
    if kernel_size < 1:
        raise ValueError("kernel_size must be at least 1")
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    if dilation < 1:
        raise ValueError("dilation must be at least 1")
    span = dilation * (kernel_size - 1) + 1
    length = n + 2 * padding
    if span > length:
        raise ValueError(f"kernel_size {kernel_size} spans {span} pixels, the padded input has only {length}")

    def count(left):
        return 0 if left < span else 1 + count(left - stride)

    return count(length)

# verdict: raised
# mistake: A kernel exactly as long as the padded input is refused (>= instead of >), although it fits once and gives one pixel.
# told: refuses_an_exact_fit
def conv_output_size(n, kernel_size, stride=1, padding=0, dilation=1):
    limits = [("n", n, 1), ("kernel_size", kernel_size, 1), ("stride", stride, 1),
              ("padding", padding, 0), ("dilation", dilation, 1)]
    for name, got, least in limits:
        if got < least:
            raise ValueError("%s: %r is less than %d" % (name, got, least))
    span = dilation * (kernel_size - 1) + 1
    padded = n + 2 * padding
    if span >= padded:
        raise ValueError(f"kernel_size {kernel_size} spans {span} pixels, the padded input has only {padded}")
    return (padded - span) // stride + 1

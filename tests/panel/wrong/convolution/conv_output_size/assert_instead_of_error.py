# verdict: raised
# mistake: Bad arguments are caught by assert, which raises AssertionError and not the ValueError that is asked for.
# told: checks_by_assert
def conv_output_size(n, kernel_size, stride=1, padding=0, dilation=1):
    assert n >= 1, "n must be at least 1"
    assert kernel_size >= 1, "kernel_size must be at least 1"
    assert stride >= 1, "stride must be at least 1"
    assert padding >= 0, "padding must be at least 0"
    assert dilation >= 1, "dilation must be at least 1"
    span = dilation * (kernel_size - 1) + 1
    if span > n + 2 * padding:
        raise ValueError(f"kernel_size {kernel_size} spans {span} pixels, the padded input has only {n + 2 * padding}")
    return (n + 2 * padding - span) // stride + 1

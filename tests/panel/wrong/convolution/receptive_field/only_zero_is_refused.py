# verdict: wrong
# mistake: The checks catch 0 but not negative numbers, which are below 1 as well.
# told: checks_nothing
def receptive_field(layers):
    r = j = 1
    for k, s, d in layers:
        if not k:
            raise ValueError("kernel_size must be at least 1")
        if not s:
            raise ValueError("stride must be at least 1")
        if not d:
            raise ValueError("dilation must be at least 1")
        r += (k - 1) * d * j
        j *= s
    return r, j

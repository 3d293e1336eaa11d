# verdict: passed
# style: recursion that finds the first and the last pixel below a given unit
def _last_pixel(layers, unit):
    """The last pixel below a unit, if unit 0 begins at pixel 0."""
    if not layers:
        return unit
    k, s, d = layers[-1]
    return _last_pixel(layers[:-1], unit * s + (k - 1) * d)


def receptive_field(layers):
    layers = list(layers)
    for kernel_size, stride, dilation in layers:
        if kernel_size < 1:
            raise ValueError("kernel_size is below 1")
        if stride < 1:
            raise ValueError("stride is below 1")
        if dilation < 1:
            raise ValueError("dilation is below 1")
    here = _last_pixel(layers, 0)
    neighbour = _last_pixel(layers, 1)
    return here + 1, neighbour - here

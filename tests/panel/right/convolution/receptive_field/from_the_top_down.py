# verdict: passed
# style: walks from the last layer down to the image: how many units of the layer below are spanned
def _check(layers):
    for layer in layers:
        for name, number in zip(("kernel_size", "stride", "dilation"), layer):
            if number < 1:
                raise ValueError(f"{name} must be at least 1, got {number}")


def receptive_field(layers):
    _check(layers)
    size, jump = 1, 1
    for k, s, d in reversed(layers):
        size = (size - 1) * s + (k - 1) * d + 1
        jump *= s
    return size, jump

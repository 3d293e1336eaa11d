# verdict: passed
# style: plain Python, a convolution is seen as a dense layer on one patch
def _dense(n_in, n_out, bias):
    return n_out * (n_in + (1 if bias else 0))


def conv_params(in_channels, out_channels, kernel_size, height, width, bias=True):
    c, o, k, h, w = map(int, (in_channels, out_channels, kernel_size, height, width))
    if k > min(h, w):
        raise ValueError(f"kernel_size {k} is larger than the image of {h} x {w} pixels")
    return _dense(c * k * k, o, bias), _dense(c * h * w, o * (h - k + 1) * (w - k + 1), bias)

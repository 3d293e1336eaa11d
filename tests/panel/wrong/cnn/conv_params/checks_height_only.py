# verdict: wrong
# mistake: Only the height is compared with kernel_size, so a kernel wider than the image is not refused.
# told: compares_the_rows_only
def conv_params(in_channels, out_channels, kernel_size, height, width, bias=True):
    out_h = height - kernel_size + 1
    out_w = width - kernel_size + 1
    if out_h < 1:
        raise ValueError("kernel_size must not exceed the size of the image")
    conv = out_channels * in_channels * kernel_size**2
    n_in = in_channels * height * width
    n_out = out_channels * out_h * out_w
    dense = n_in * n_out
    if bias:
        conv += out_channels
        dense += n_out
    return conv, dense

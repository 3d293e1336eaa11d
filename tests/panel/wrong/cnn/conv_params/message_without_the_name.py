# verdict: wrong
# mistake: The message speaks of the kernel size in words and does not contain kernel_size, the name of the argument.
def conv_params(in_channels, out_channels, kernel_size, height, width, bias=True):
    if kernel_size > height or kernel_size > width:
        raise ValueError(f"The kernel size ({kernel_size}) is larger than the image ({height}x{width})")
    n_out = out_channels * (height - kernel_size + 1) * (width - kernel_size + 1)
    conv = (in_channels * kernel_size * kernel_size + int(bias)) * out_channels
    dense = (in_channels * height * width + int(bias)) * n_out
    return (conv, dense)

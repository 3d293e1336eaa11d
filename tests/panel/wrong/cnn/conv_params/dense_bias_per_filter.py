# verdict: wrong
# mistake: The dense layer gets one bias for each filter, but it has one for each number of its output.
# told: shares_the_biases_of_the_dense_layer
def conv_params(in_channels, out_channels, kernel_size, height, width, bias=True):
    if kernel_size > min(height, width):
        raise ValueError("kernel_size larger than image")
    oh = height - kernel_size + 1
    ow = width - kernel_size + 1
    conv = in_channels * out_channels * kernel_size * kernel_size
    dense = (in_channels * height * width) * (out_channels * oh * ow)
    if bias:
        conv, dense = conv + out_channels, dense + out_channels
    return conv, dense

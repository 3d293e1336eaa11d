# verdict: wrong
# mistake: The products are formed in 32-bit integers, which overflow for dense layers with more than two billion weights.
# told: counts_in_32_bits
import numpy as np


def conv_params(in_channels, out_channels, kernel_size, height, width, bias=True):
    if kernel_size > height or kernel_size > width:
        raise ValueError("kernel_size is larger than the image")
    oh, ow = height - kernel_size + 1, width - kernel_size + 1
    n_in = np.prod([in_channels, height, width], dtype=np.int32)
    n_out = np.prod([out_channels, oh, ow], dtype=np.int32)
    conv = np.prod([out_channels, in_channels, kernel_size, kernel_size], dtype=np.int32)
    dense = np.prod([n_in, n_out], dtype=np.int32)
    if bias:
        conv = conv + out_channels
        dense = dense + n_out
    return int(conv), int(dense)

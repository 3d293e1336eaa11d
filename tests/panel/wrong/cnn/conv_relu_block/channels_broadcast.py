# verdict: wrong
# mistake: The number of channels is not checked, and a weight with a single channel is silently broadcast over all channels of x.
# told: spreads_a_single_channel
import numpy as np


def conv_relu_block(x, weight, bias, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    n, c, h, w = xp.shape
    o, _, kh, kw = weight.shape
    oh, ow = h - kh + 1, w - kw + 1
    out = np.zeros((n, o, oh, ow), dtype=x.dtype)
    for i in range(oh):
        for j in range(ow):
            patch = xp[:, :, i : i + kh, j : j + kw]
            for k in range(o):
                out[:, k, i, j] = np.sum(patch * weight[k], axis=(1, 2, 3)) + bias[k]
    return np.maximum(out, 0)

# verdict: wrong
# mistake: The channels are not compared; a filter with one channel is silently broadcast over all channels of the image.
# told: spreads_a_single_channel
import numpy as np


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    kh, kw = weight.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    if kh > xp.shape[2] or kw > xp.shape[3]:
        raise ValueError("kernel does not fit into the padded image")
    oh = (xp.shape[2] - kh) // stride + 1
    ow = (xp.shape[3] - kw) // stride + 1
    out = np.zeros((x.shape[0], weight.shape[0], oh, ow), dtype=x.dtype)
    for i in range(oh):
        for j in range(ow):
            region = xp[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
            for o, f in enumerate(weight):
                out[:, o, i, j] = np.sum(region * f, axis=(1, 2, 3)) + bias[o]
    return out

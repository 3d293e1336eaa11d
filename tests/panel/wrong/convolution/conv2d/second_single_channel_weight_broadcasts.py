# verdict: wrong
# mistake: The channels are never compared, so a filter with one channel is broadcast over an image of three instead of raising an error.
# told: spreads_a_single_channel
import numpy as np


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    kh, kw = weight.shape[2:]
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    if kh > x.shape[2] or kw > x.shape[3]:
        raise ValueError("kernel is larger than the padded image")
    oh, ow = (x.shape[2] - kh) // stride + 1, (x.shape[3] - kw) // stride + 1
    y = np.zeros((x.shape[0], weight.shape[0], oh, ow), dtype=x.dtype)
    for i, r in enumerate(range(0, x.shape[2] - kh + 1, stride)):
        for j, q in enumerate(range(0, x.shape[3] - kw + 1, stride)):
            try:
                y[:, :, i, j] = (x[:, None, :, r : r + kh, q : q + kw] * weight[None]).sum((2, 3, 4))
            except ValueError:
                raise ValueError("channels of x and weight differ") from None
    return y + bias[None, :, None, None]

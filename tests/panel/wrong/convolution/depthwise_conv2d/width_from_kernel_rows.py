# verdict: wrong
# mistake: The number of output columns is computed with KH for KW, which is right for square kernels only.
import numpy as np


def depthwise_conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be >= 1")
    if padding < 0:
        raise ValueError("padding must be >= 0")
    N, C, H, W = x.shape
    if weight.shape[0] != C or weight.shape[1] != 1:
        raise ValueError("channels of weight and x differ")
    K, KW = weight.shape[2:]
    if K > H + 2 * padding or KW > W + 2 * padding:
        raise ValueError("kernel is larger than the padded image")
    xp = np.zeros((N, C, H + 2 * padding, W + 2 * padding), dtype=x.dtype)
    xp[:, :, padding : padding + H, padding : padding + W] = x
    OH = (H + 2 * padding - K) // stride + 1
    OW = (W + 2 * padding - K) // stride + 1
    out = np.zeros((N, C, OH, OW), dtype=x.dtype)
    k = weight[:, 0]
    for i in range(OH):
        for j in range(OW):
            patch = xp[:, :, i * stride : i * stride + K, j * stride : j * stride + KW]
            out[:, :, i, j] = (patch * k[:, :, : patch.shape[3]]).sum(axis=(2, 3)) + bias
    return out

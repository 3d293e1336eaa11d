# verdict: wrong
# mistake: The bias is added inside the loop over the input channels, so it counts C times.
# told: adds_the_bias_for_each_channel
import numpy as np


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    N, C, H, W = x.shape
    O, C2, KH, KW = weight.shape
    if C != C2:
        raise ValueError("channels of x and weight differ")
    if KH > H + 2 * padding or KW > W + 2 * padding:
        raise ValueError("kernel larger than the padded image")
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    OH = (H + 2 * padding - KH) // stride + 1
    OW = (W + 2 * padding - KW) // stride + 1
    out = np.zeros((N, O, OH, OW), dtype=x.dtype)
    for n in range(N):
        for o in range(O):
            for c in range(C):
                for i in range(OH):
                    for j in range(OW):
                        win = xp[n, c, i * stride:i * stride + KH, j * stride:j * stride + KW]
                        out[n, o, i, j] += np.sum(win * weight[o, c]) + bias[o]
    return out

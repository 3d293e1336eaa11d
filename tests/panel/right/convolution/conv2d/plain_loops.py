# verdict: passed
# style: seven nested Python loops, the formula letter by letter
import numpy as np


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must not be negative")
    N, C, H, W = x.shape
    O, C2, KH, KW = weight.shape
    if C != C2:
        raise ValueError("channels of x and weight differ")
    if KH > H + 2 * padding or KW > W + 2 * padding:
        raise ValueError("kernel is larger than the padded image")
    xp = np.zeros((N, C, H + 2 * padding, W + 2 * padding), dtype=x.dtype)
    xp[:, :, padding:padding + H, padding:padding + W] = x
    OH = (H + 2 * padding - KH) // stride + 1
    OW = (W + 2 * padding - KW) // stride + 1
    y = np.zeros((N, O, OH, OW), dtype=x.dtype)
    for n in range(N):
        for o in range(O):
            for i in range(OH):
                for j in range(OW):
                    total = float(bias[o])
                    for c in range(C):
                        for u in range(KH):
                            for v in range(KW):
                                total += float(xp[n, c, i * stride + u, j * stride + v]) * float(weight[o, c, u, v])
                    y[n, o, i, j] = total
    return y

# verdict: passed
# style: pure Python loops that never build the padded image, out-of-range pixels are skipped
import numpy as np


def conv2d(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    O, C2, KH, KW = weight.shape
    problems = {
        "stride must be positive": stride < 1,
        "padding must not be negative": padding < 0,
        "channels of x and weight must agree": C != C2,
        "kernel does not fit into the padded image": KH > H + 2 * padding or KW > W + 2 * padding,
    }
    for text, bad in problems.items():
        if bad:
            raise ValueError(text)
    OH = (H + 2 * padding - KH) // stride + 1
    OW = (W + 2 * padding - KW) // stride + 1
    y = np.empty((N, O, OH, OW), dtype=x.dtype)
    for i in range(OH):
        top = i * stride - padding
        u0, u1 = max(0, -top), min(KH, H - top)
        for j in range(OW):
            left = j * stride - padding
            v0, v1 = max(0, -left), min(KW, W - left)
            if u0 >= u1 or v0 >= v1:
                y[:, :, i, j] = bias  # the whole window lies in the padding
                continue
            piece = x[:, :, top + u0 : top + u1, left + v0 : left + v1].reshape(N, -1)
            taps = weight[:, :, u0:u1, v0:v1].reshape(O, -1)
            y[:, :, i, j] = piece @ taps.T + bias
    return y

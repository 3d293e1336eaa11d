# verdict: raised
# mistake: The check takes d * KH for the span; it is d * (KH - 1) + 1, so a dilated kernel that just fits is refused.
import numpy as np


def dilated_conv2d(x, weight, bias, stride=1, padding=0, dilation=1):
    if stride < 1:
        raise ValueError("stride must be >= 1")
    if dilation < 1:
        raise ValueError("dilation must be >= 1")
    if padding < 0:
        raise ValueError("padding must be >= 0")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("channels of x and weight differ")
    kh, kw = weight.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    H, W = xp.shape[2:]
    if dilation * kh > H or dilation * kw > W:
        raise ValueError("kernel is larger than the padded image")
    lh = H - dilation * (kh - 1)
    lw = W - dilation * (kw - 1)
    out = 0
    for u in range(kh):
        for v in range(kw):
            r, q = u * dilation, v * dilation
            tap = xp[:, :, r : r + lh : stride, q : q + lw : stride]
            out = out + np.einsum("ncij,oc->noij", tap, weight[:, :, u, v])
    return out + bias[:, None, None]

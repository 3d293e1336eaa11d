# verdict: wrong
# mistake: In the branch for stride 1 grad_weight is read from the unpadded image, so with padding and stride 1 the windows are cut from the wrong place.
import numpy as np


def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    N, C, H, W = x.shape
    O, C2, KH, KW = weight.shape
    if C != C2:
        raise ValueError("channels differ")
    PH, PW = H + 2 * padding, W + 2 * padding
    if KH > PH or KW > PW:
        raise ValueError("kernel is larger than the padded image")
    OH, OW = (PH - KH) // stride + 1, (PW - KW) // stride + 1
    if grad_output.shape != (N, O, OH, OW):
        raise ValueError("grad_output has a wrong shape")
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    gw, gxp = np.zeros_like(weight), np.zeros_like(xp)
    for u in range(KH):
        for v in range(KW):
            if stride == 1:  # fast path: a plain correlation of image and gradient
                hh, ww = min(OH, H - u), min(OW, W - v)
                seen, part = x[:, :, u : u + hh, v : v + ww], grad_output[:, :, :hh, :ww]
            else:
                seen = xp[:, :, u : u + (OH - 1) * stride + 1 : stride, v : v + (OW - 1) * stride + 1 : stride]
                part = grad_output
            gw[:, :, u, v] = np.einsum("noij,ncij->oc", part, seen)
            gxp[:, :, u : u + (OH - 1) * stride + 1 : stride, v : v + (OW - 1) * stride + 1 : stride] += np.einsum(
                "noij,oc->ncij", grad_output, weight[:, :, u, v]
            )
    return gxp[:, :, padding : padding + H, padding : padding + W].copy(), gw, grad_output.sum(axis=(0, 2, 3))

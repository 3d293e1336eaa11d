# verdict: passed
# style: plain loops straight from the forward formula, no padded copy: bounds are tested for each pixel
import numpy as np


def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be >= 1")
    if padding < 0:
        raise ValueError("padding must be >= 0")
    N, C, H, W = x.shape
    O, C2, KH, KW = weight.shape
    if C != C2:
        raise ValueError("x and weight have different numbers of channels")
    if KH > H + 2 * padding or KW > W + 2 * padding:
        raise ValueError("the kernel does not fit: larger than image with padding")
    OH = (H + 2 * padding - KH) // stride + 1
    OW = (W + 2 * padding - KW) // stride + 1
    if tuple(grad_output.shape) != (N, O, OH, OW):
        raise ValueError("wrong shape of grad_output")
    gx = np.zeros(x.shape)
    gw = np.zeros(weight.shape)
    gb = np.zeros(O)
    for n in range(N):
        for o in range(O):
            for i in range(OH):
                for j in range(OW):
                    g = float(grad_output[n, o, i, j])
                    gb[o] += g
                    for c in range(C):
                        for u in range(KH):
                            r = i * stride + u - padding
                            if r < 0 or r >= H:
                                continue
                            for v in range(KW):
                                q = j * stride + v - padding
                                if 0 <= q < W:
                                    gw[o, c, u, v] += g * x[n, c, r, q]
                                    gx[n, c, r, q] += g * weight[o, c, u, v]
    return gx.astype(x.dtype), gw.astype(weight.dtype), gb.astype(grad_output.dtype)

# verdict: wrong
# mistake: When the stride does not come out even, the rows and columns under no window are put at the top and left instead of the bottom and right, so grad_x is shifted.
# told: crops_the_wrong_corner
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
    covered_h, covered_w = (OH - 1) * stride + KH, (OW - 1) * stride + KW
    full = np.zeros((N, C, covered_h, covered_w), dtype=x.dtype)
    gw = np.zeros_like(weight)
    for i in range(OH):
        for j in range(OW):
            a, b = i * stride, j * stride
            g = grad_output[:, :, i, j]
            gw += np.tensordot(g, xp[:, :, a : a + KH, b : b + KW], axes=(0, 0))
            full[:, :, a : a + KH, b : b + KW] += np.tensordot(g, weight, axes=(1, 0))
    full = np.pad(full, ((0, 0), (0, 0), (PH - covered_h, 0), (PW - covered_w, 0)))
    return full[:, :, padding : padding + H, padding : padding + W].copy(), gw, grad_output.sum(axis=(0, 2, 3))

# verdict: wrong
# mistake: a negative padding is refused with a message that names the stride
import numpy as np


def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    if stride < 1 or padding < 0:
        raise ValueError("invalid stride")
    N, C, H, W = x.shape
    O, C2, KH, KW = weight.shape
    if C != C2:
        raise ValueError("channels do not match")
    H2, W2 = H + 2 * padding, W + 2 * padding
    if H2 < KH or W2 < KW:
        raise ValueError("kernel is larger than padded image")
    OH, OW = (H2 - KH) // stride + 1, (W2 - KW) // stride + 1
    if grad_output.shape != (N, O, OH, OW):
        raise ValueError("grad_output has a wrong shape")
    xp = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    dxp, dw = np.zeros_like(xp), np.zeros_like(weight)
    for i in range(OH):
        for j in range(OW):
            a, b = i * stride, j * stride
            dw += np.tensordot(grad_output[:, :, i, j].T, xp[:, :, a:a + KH, b:b + KW], axes=1)
            dxp[:, :, a:a + KH, b:b + KW] += np.tensordot(grad_output[:, :, i, j], weight, axes=1)
    dx = dxp[:, :, padding:H2 - padding, padding:W2 - padding]
    return dx.copy(), dw, grad_output.sum((0, 2, 3))

# verdict: passed
# style: textbook: put zeros between the gradients, pad them, correlate with the turned kernel
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view as windows


def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride < 1")
    if padding < 0:
        raise ValueError("padding < 0")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("channels differ")
    (N, C, H, W), (O, _, KH, KW) = x.shape, weight.shape
    PH, PW = H + 2 * padding, W + 2 * padding
    if KH > PH or KW > PW:
        raise ValueError("kernel too large")
    if grad_output.shape != (N, O, (PH - KH) // stride + 1, (PW - KW) // stride + 1):
        raise ValueError("grad_output has the wrong shape")
    # gradients on the grid of all window starts at stride 1, with a frame of kernel - 1 zeros
    grid = np.zeros((N, O, PH + KH - 1, PW + KW - 1), dtype=grad_output.dtype)
    inner = grid[:, :, KH - 1 : PH, KW - 1 : PW]
    inner[:, :, ::stride, ::stride] = grad_output
    grad_xp = np.einsum("norquv,ocuv->ncrq", windows(grid, (KH, KW), axis=(2, 3)), weight[:, :, ::-1, ::-1])
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad_w = np.einsum("ncuvij,noij->ocuv", windows(xp, (PH - KH + 1, PW - KW + 1), axis=(2, 3)), inner)
    return grad_xp[:, :, padding : padding + H, padding : padding + W].copy(), grad_w, np.einsum("noij->o", grad_output)

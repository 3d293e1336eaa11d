# verdict: passed
# style: NumPy, grad_x scattered with np.bincount over flat pixel numbers in float64, cast at the end
import numpy as np


def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride has to be one or more")
    if padding < 0:
        raise ValueError("padding has to be zero or more")
    N, C, H, W = x.shape
    O, C2, KH, KW = weight.shape
    if C != C2:
        raise ValueError("x and weight have different channels")
    PH, PW = H + 2 * padding, W + 2 * padding
    if KH > PH or KW > PW:
        raise ValueError("kernel exceeds padded image")
    OH, OW = (PH - KH) // stride + 1, (PW - KW) // stride + 1
    if grad_output.shape != (N, O, OH, OW):
        raise ValueError(f"grad_output should have shape {(N, O, OH, OW)}")
    i, j, u, v = np.ogrid[:OH, :OW, :KH, :KW]
    pixel = (i * stride + u) * PW + (j * stride + v)  # OH OW KH KW
    xp = np.zeros((N, C, PH, PW), x.dtype)
    xp[:, :, padding:padding + H, padding:padding + W] = x
    patches = xp.reshape(N, C, PH * PW)[:, :, pixel]
    grad_w = np.einsum("noij,ncijuv->ocuv", grad_output, patches)
    shares = np.einsum("noij,ocuv->ncijuv", grad_output.astype(np.float64), weight.astype(np.float64))
    grad_x = np.empty_like(x, order="C")
    for n in range(N):
        for c in range(C):
            flat = np.bincount(pixel.ravel(), weights=shares[n, c].ravel(), minlength=PH * PW)
            grad_x[n, c] = flat.reshape(PH, PW)[padding:padding + H, padding:padding + W]
    return grad_x, grad_w.astype(weight.dtype), grad_output.sum((0, 2, 3))

# verdict: passed
# style: NumPy, loops only over the kernel's places, strided slices and tensordot
import numpy as np


def _check(g, x, w, stride, padding):
    if stride < 1:
        raise ValueError(f"stride must be at least 1, got {stride}")
    if padding < 0:
        raise ValueError(f"padding must not be negative, got {padding}")
    if x.shape[1] != w.shape[1]:
        raise ValueError(f"channels differ: {x.shape[1]} and {w.shape[1]}")
    rows = x.shape[2] + 2 * padding - w.shape[2]
    cols = x.shape[3] + 2 * padding - w.shape[3]
    if rows < 0 or cols < 0:
        raise ValueError("kernel is larger than the padded image")
    want = (x.shape[0], w.shape[0], rows // stride + 1, cols // stride + 1)
    if g.shape != want:
        raise ValueError(f"grad_output must have shape {want}, got {g.shape}")


def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    _check(grad_output, x, weight, stride, padding)
    p, s = padding, stride
    H, W = x.shape[2:]
    OH, OW = grad_output.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    gxp = np.zeros_like(xp)
    gw = np.empty_like(weight)
    for u in range(weight.shape[2]):
        for v in range(weight.shape[3]):
            patch = xp[..., u:u + (OH - 1) * s + 1:s, v:v + (OW - 1) * s + 1:s]
            gw[:, :, u, v] = np.tensordot(grad_output, patch, axes=([0, 2, 3], [0, 2, 3]))
            rows = slice(u, u + (OH - 1) * s + 1, s)
            cols = slice(v, v + (OW - 1) * s + 1, s)
            gxp[:, :, rows, cols] += np.einsum("noij,oc->ncij", grad_output, weight[:, :, u, v])
    gx = gxp[:, :, p:p + H, p:p + W].copy()
    return gx, gw, grad_output.sum(axis=(0, 2, 3))

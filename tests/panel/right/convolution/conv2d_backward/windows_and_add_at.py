# verdict: passed
# style: sliding_window_view for the filters, np.add.at for scattering the window shares back
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride: expected a step of 1 or more")
    if padding < 0:
        raise ValueError("padding: expected 0 or more")
    (N, C, H, W), (O, Cw, KH, KW) = x.shape, weight.shape
    if Cw != C:
        raise ValueError(f"channels: image has {C}, filters have {Cw}")
    padded = np.zeros((N, C, H + 2 * padding, W + 2 * padding), dtype=x.dtype)
    inner = (..., slice(padding, padding + H), slice(padding, padding + W))
    padded[inner] = x
    if KH > padded.shape[2] or KW > padded.shape[3]:
        raise ValueError("kernel: larger than the padded image")
    view = sliding_window_view(padded, (KH, KW), axis=(2, 3))[:, :, ::stride, ::stride]
    OH, OW = view.shape[2:4]
    if grad_output.shape != (N, O, OH, OW):
        raise ValueError(f"grad_output: expected {(N, O, OH, OW)}, got {grad_output.shape}")
    gw = np.einsum("noij,ncijuv->ocuv", grad_output, view, optimize=True)
    shares = np.einsum("noij,ocuv->ijuvnc", grad_output, weight, optimize=True)
    r = stride * np.arange(OH)[:, None, None, None] + np.arange(KH)[:, None]
    q = stride * np.arange(OW)[:, None, None] + np.arange(KW)
    target = np.zeros((padded.shape[2], padded.shape[3], N, C), dtype=x.dtype)
    np.add.at(target, (r, q), shares)
    gx = np.ascontiguousarray(target.transpose(2, 3, 0, 1)[inner])
    return gx, np.ascontiguousarray(gw), np.einsum("noij->o", grad_output)

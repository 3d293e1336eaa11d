# verdict: wrong
# mistake: The padding is cut away with the image's height along both axes, so the gradient of an image that is not square has the wrong width.
import numpy as np


def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("channels differ")
    size = x.shape[2]
    kh, kw = weight.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    if kh > xp.shape[2] or kw > xp.shape[3]:
        raise ValueError("kernel is larger than the padded image")
    oh, ow = (xp.shape[2] - kh) // stride + 1, (xp.shape[3] - kw) // stride + 1
    if grad_output.shape != (x.shape[0], weight.shape[0], oh, ow):
        raise ValueError("grad_output has a wrong shape")
    dxp, dw = np.zeros_like(xp), np.zeros_like(weight)
    for u in range(kh):
        for v in range(kw):
            at = np.s_[:, :, u : u + (oh - 1) * stride + 1 : stride, v : v + (ow - 1) * stride + 1 : stride]
            dw[:, :, u, v] = np.einsum("noij,ncij->oc", grad_output, xp[at])
            dxp[at] += np.einsum("noij,oc->ncij", grad_output, weight[:, :, u, v])
    if padding:
        dxp = dxp[:, :, padding : padding + size, padding : padding + size].copy()
    return dxp, dw, grad_output.sum(axis=(0, 2, 3))

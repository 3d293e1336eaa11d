# verdict: wrong
# mistake: The padded image is wiped and reused for its gradient, but without padding it is x itself, so the input is destroyed and returned as grad_x.
import numpy as np


def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    n, c, h, w = x.shape
    o, c2, kh, kw = weight.shape
    if c != c2:
        raise ValueError("channels differ")
    if kh > h + 2 * padding or kw > w + 2 * padding:
        raise ValueError("kernel is larger than the padded image")
    oh, ow = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    if grad_output.shape != (n, o, oh, ow):
        raise ValueError("grad_output has a wrong shape")
    buf = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2)) if padding > 0 else x
    gw = np.zeros_like(weight)
    for i in range(oh):
        for j in range(ow):
            patch = buf[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
            gw += np.einsum("no,ncuv->ocuv", grad_output[:, :, i, j], patch)
    buf.fill(0)
    for i in range(oh):
        for j in range(ow):
            buf[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw] += np.einsum(
                "no,ocuv->ncuv", grad_output[:, :, i, j], weight
            )
    return buf[:, :, padding : padding + h, padding : padding + w], gw, grad_output.sum(axis=(0, 2, 3))

# verdict: passed
# style: torch, im2col with F.unfold for the filters and col2im with F.fold for the image
import torch
import torch.nn.functional as F


def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride")
    if padding < 0:
        raise ValueError("padding")
    n, c, h, w = x.shape
    o, cw, kh, kw = weight.shape
    if c != cw:
        raise ValueError("channels")
    if kh > h + 2 * padding or kw > w + 2 * padding:
        raise ValueError("kernel")
    oh, ow = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    if tuple(grad_output.shape) != (n, o, oh, ow):
        raise ValueError("grad_output")
    how = dict(kernel_size=(kh, kw), stride=stride, padding=padding)
    g = grad_output.reshape(n, o, oh * ow)
    cols = F.unfold(x, **how)  # n, c*kh*kw, oh*ow
    grad_weight = torch.einsum("nol,nkl->ok", g, cols).reshape(o, c, kh, kw)
    grad_x = F.fold(torch.einsum("ok,nol->nkl", weight.reshape(o, -1), g), (h, w), **how)
    return grad_x, grad_weight, g.sum(dim=(0, 2))

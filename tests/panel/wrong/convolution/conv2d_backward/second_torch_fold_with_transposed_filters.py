# verdict: wrong
# mistake: The columns for fold are built in the order (row, column, channel) though fold expects (channel, row, column), so grad_x is scrambled for more than one channel.
import torch
import torch.nn.functional as F


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
    g = grad_output.flatten(2)
    cols = F.unfold(x, (kh, kw), padding=padding, stride=stride)
    dw = (g @ cols.transpose(1, 2)).sum(0).view(o, c, kh, kw)
    flat = weight.permute(2, 3, 1, 0).reshape(-1, o)
    dx = F.fold(flat @ g, (h, w), (kh, kw), padding=padding, stride=stride)
    return dx, dw, g.sum((0, 2))

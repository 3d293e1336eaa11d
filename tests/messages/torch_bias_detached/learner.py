# grades: convolution/conv2d
import torch
import torch.nn.functional as F


def conv2d(x, weight, bias, stride=1, padding=0):
    n, c, h, w = x.shape
    o, depth, kh, kw = weight.shape
    if stride < 1:
        raise ValueError(f"stride must be at least 1, got {stride}")
    if padding < 0:
        raise ValueError(f"padding must be at least 0, got {padding}")
    if c != depth:
        raise ValueError(f"x has {c} channels, weight expects {depth} channels")
    if kh > h + 2 * padding or kw > w + 2 * padding:
        raise ValueError("kernel is larger than the padded image")
    columns = F.unfold(x, (kh, kw), padding=padding, stride=stride)
    y = weight.reshape(o, -1) @ columns + bias.detach()[:, None]
    return y.reshape(n, o, (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1)

# grades: convolution/conv2d
import torch


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
    padded = torch.zeros(n, c, h + 2 * padding, w + 2 * padding)
    padded[:, :, padding : padding + h, padding : padding + w] = x
    oh, ow = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    y = torch.zeros(n, o, oh, ow)
    for i in range(oh):
        for j in range(ow):
            window = padded[:, None, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
            y[:, :, i, j] = (window * weight).sum((2, 3, 4)) + bias
    return y

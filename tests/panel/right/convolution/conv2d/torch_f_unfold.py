# verdict: passed
# style: torch.nn.functional.unfold and a matrix product
import torch
import torch.nn.functional as F


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    n, c, h, w = x.shape
    o, cw, kh, kw = weight.shape
    if c != cw:
        raise ValueError(f"x has {c} channels but weight wants {cw}")
    oh = (h + 2 * padding - kh) // stride + 1
    ow = (w + 2 * padding - kw) // stride + 1
    if oh < 1 or ow < 1:
        raise ValueError("kernel larger than the padded image")
    cols = F.unfold(x, (kh, kw), padding=padding, stride=stride)  # n, c*kh*kw, L
    y = weight.to(x.dtype).reshape(o, -1) @ cols + bias.to(x.dtype).view(-1, 1)
    return y.reshape(n, o, oh, ow)

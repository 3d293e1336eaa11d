# verdict: imprecise
# mistake: For float32 images the products are taken in bfloat16 to be fast, which keeps only two to three digits.
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
        raise ValueError("channels do not match")
    oh = (h + 2 * padding - kh) // stride + 1
    ow = (w + 2 * padding - kw) // stride + 1
    if oh < 1 or ow < 1:
        raise ValueError("kernel larger than padded image")
    low = torch.bfloat16 if x.dtype == torch.float32 else x.dtype
    cols = F.unfold(x, (kh, kw), padding=padding, stride=stride)
    y = weight.reshape(o, -1).to(low) @ cols.to(low)
    return y.to(x.dtype).reshape(n, o, oh, ow) + bias.view(1, -1, 1, 1)

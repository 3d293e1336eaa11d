# verdict: passed
# style: Tensor.unfold twice, einsum
import torch


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be >= 1, got {}".format(stride))
    if padding < 0:
        raise ValueError("padding must be >= 0, got {}".format(padding))
    if x.size(1) != weight.size(1):
        raise ValueError("channels of x ({}) and weight ({}) differ".format(x.size(1), weight.size(1)))
    kh, kw = weight.shape[-2:]
    xp = torch.nn.functional.pad(x, (padding, padding, padding, padding))
    if kh > xp.size(2) or kw > xp.size(3):
        raise ValueError("kernel ({}, {}) larger than padded image".format(kh, kw))
    win = xp.unfold(2, kh, stride).unfold(3, kw, stride)
    out = torch.einsum("ncijuv,ocuv->noij", win, weight.to(x.dtype))
    return out + bias.to(x.dtype)[None, :, None, None]

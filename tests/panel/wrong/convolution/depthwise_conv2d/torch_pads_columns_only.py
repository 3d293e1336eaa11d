# verdict: wrong
# mistake: F.pad with two numbers pads the last axis only, so the zeros above and below the image are missing.
import torch
import torch.nn.functional as F


def depthwise_conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    if tuple(weight.shape[:2]) != (x.shape[1], 1):
        raise ValueError("weight does not match the channels of x")
    kh, kw = weight.shape[-2:]
    xp = F.pad(x, (padding, padding))
    if kh > xp.shape[2] or kw > xp.shape[3]:
        raise ValueError("kernel is larger than the padded image")
    windows = xp.unfold(2, kh, stride).unfold(3, kw, stride)
    y = torch.einsum("ncijuv,cuv->ncij", windows, weight[:, 0])
    return y + bias.view(1, -1, 1, 1)

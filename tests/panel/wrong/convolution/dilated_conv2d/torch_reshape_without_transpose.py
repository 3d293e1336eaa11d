# verdict: wrong
# mistake: The product has the filters on its last axis and is reshaped to (N, O, OH, OW) without moving that axis, which mixes up the pixels of different filters.
import torch
import torch.nn.functional as F


def dilated_conv2d(x, weight, bias, stride=1, padding=0, dilation=1):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if dilation < 1:
        raise ValueError("dilation must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    N, C, H, W = x.shape
    O, CW, KH, KW = weight.shape
    if C != CW:
        raise ValueError(f"channels differ: {C} and {CW}")
    eff_h, eff_w = dilation * (KH - 1) + 1, dilation * (KW - 1) + 1
    if eff_h > H + 2 * padding or eff_w > W + 2 * padding:
        raise ValueError("kernel span is larger than the padded image")
    OH = (H + 2 * padding - eff_h) // stride + 1
    OW = (W + 2 * padding - eff_w) // stride + 1
    patches = F.unfold(x, (KH, KW), dilation=dilation, padding=padding, stride=stride).transpose(1, 2)
    out = patches @ weight.view(O, -1).t() + bias
    return out.reshape(N, O, OH, OW)

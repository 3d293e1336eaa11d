# verdict: passed
# style: PyTorch, F.unfold knows dilation; filters as rows of a matrix
import torch
import torch.nn.functional as F


def dilated_conv2d(x, weight, bias, stride=1, padding=0, dilation=1):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if dilation < 1:
        raise ValueError("dilation must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("x and weight have different numbers of channels")
    O, _, KH, KW = weight.shape
    H, W = x.shape[2] + 2 * padding, x.shape[3] + 2 * padding
    span_h, span_w = dilation * (KH - 1) + 1, dilation * (KW - 1) + 1
    if span_h > H or span_w > W:
        raise ValueError("span of the kernel is larger than the padded image")
    cols = F.unfold(x, (KH, KW), dilation=dilation, padding=padding, stride=stride)
    y = weight.reshape(O, -1) @ cols + bias[:, None]
    return y.reshape(x.shape[0], O, (H - span_h) // stride + 1, (W - span_w) // stride + 1)

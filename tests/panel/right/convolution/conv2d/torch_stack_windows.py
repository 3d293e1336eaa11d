# verdict: passed
# style: PyTorch, collects every window in a list, stacks them, one F.linear
import torch
from torch.nn import functional as F


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride <= 0:
        raise ValueError("stride should be > 0")
    if padding < 0:
        raise ValueError("padding should be >= 0")
    if weight.shape[1] != x.shape[1]:
        raise ValueError("wrong number of channels")
    x = F.pad(x, [padding] * 4)
    N, _, H, W = x.shape
    O, _, KH, KW = weight.shape
    if KH > H or KW > W:
        raise ValueError("kernel size exceeds the padded image")
    tops = list(range(0, H - KH + 1, stride))
    lefts = list(range(0, W - KW + 1, stride))
    patches = torch.stack([x[:, :, t:t + KH, l:l + KW].flatten(1) for t in tops for l in lefts], dim=1)
    y = F.linear(patches, weight.flatten(1).to(x.dtype), bias.to(x.dtype))  # N, L, O
    return y.transpose(1, 2).reshape(N, O, len(tops), len(lefts))

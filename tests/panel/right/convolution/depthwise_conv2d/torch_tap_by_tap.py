# verdict: passed
# style: PyTorch, one strided slice for each tap of the kernel, summed up
import torch
import torch.nn.functional as F


def depthwise_conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    C = x.shape[1]
    if weight.shape[0] != C or weight.shape[1] != 1:
        raise ValueError("weight needs one kernel for each of the channels")
    xp = F.pad(x, (padding, padding, padding, padding))
    KH, KW = weight.shape[2], weight.shape[3]
    if KH > xp.shape[2] or KW > xp.shape[3]:
        raise ValueError("kernel does not fit into the padded image")
    last_row = xp.shape[2] - KH
    last_col = xp.shape[3] - KW
    y = bias.reshape(1, C, 1, 1)
    for u in range(KH):
        for v in range(KW):
            tap = xp[:, :, u : u + last_row + 1 : stride, v : v + last_col + 1 : stride]
            y = y + tap * weight[:, 0, u, v].reshape(1, C, 1, 1)
    return y

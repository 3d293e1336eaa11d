# verdict: wrong
# mistake: The running sum starts as a view of bias[o] and is added to in place, so the input bias is changed and every later pixel starts from the sum before it.
import torch
import torch.nn.functional as F


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("channels differ")
    x = F.pad(x, (padding, padding, padding, padding))
    N, C, H, W = x.shape
    O, _, KH, KW = weight.shape
    if KH > H or KW > W:
        raise ValueError("kernel is larger than the padded image")
    OH, OW = (H - KH) // stride + 1, (W - KW) // stride + 1
    y = x.new_zeros(N, O, OH, OW)
    for n in range(N):
        for o in range(O):
            for i in range(OH):
                for j in range(OW):
                    s = bias[o]
                    s += (x[n, :, i * stride:i * stride + KH, j * stride:j * stride + KW] * weight[o]).sum()
                    y[n, o, i, j] = s
    return y

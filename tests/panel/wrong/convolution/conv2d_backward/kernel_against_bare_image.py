# verdict: raised
# mistake: the kernel is compared with the image before padding, so a kernel that fits only thanks to the padding is refused
import torch
import torch.nn.functional as F


def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    N, C, H, W = x.shape
    O, C2, KH, KW = weight.shape
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    if C != C2:
        raise ValueError("channels must match")
    if KH > H or KW > W:
        raise ValueError("kernel is larger than the image")
    OH, OW = (H + 2 * padding - KH) // stride + 1, (W + 2 * padding - KW) // stride + 1
    if grad_output.shape != (N, O, OH, OW):
        raise ValueError("grad_output has the wrong shape")
    cols = F.unfold(x, (KH, KW), stride=stride, padding=padding)
    g = grad_output.flatten(2)
    gw = (g @ cols.transpose(1, 2)).sum(0).view_as(weight)
    gx = F.fold(weight.flatten(1).t() @ g, (H, W), (KH, KW), stride=stride, padding=padding)
    return gx, gw, g.sum(dim=(0, 2))

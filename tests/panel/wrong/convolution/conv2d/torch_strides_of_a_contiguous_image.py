# verdict: wrong
# mistake: as_strided gets strides computed from the shape as if x were contiguous, so a transposed or sliced image is read in the wrong order.
# told: takes_the_image_for_contiguous
import torch
import torch.nn.functional as F


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be >= 1")
    if padding < 0:
        raise ValueError("padding must be >= 0")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("channels of x and weight differ")
    xp = F.pad(x, (padding,) * 4) if padding else x
    N, C, H, W = xp.shape
    O, _, KH, KW = weight.shape
    if KH > H or KW > W:
        raise ValueError("kernel larger than the padded image")
    OH, OW = (H - KH) // stride + 1, (W - KW) // stride + 1
    win = xp.as_strided(
        (N, C, OH, OW, KH, KW), (C * H * W, H * W, W * stride, stride, W, 1))
    return torch.einsum("ncijuv,ocuv->noij", win, weight) + bias.view(1, -1, 1, 1)

# verdict: wrong
# mistake: The result is made by torch.zeros without a dtype, so float64 pixels are rounded to float32.
import torch


def im2col(x, kernel_size, stride=1, padding=0):
    kh, kw = kernel_size
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    n, c, h, w = x.shape
    hp, wp = h + 2 * padding, w + 2 * padding
    if kh < 1 or kw < 1 or kh > hp or kw > wp:
        raise ValueError("kernel_size must be at least 1 and fit into the padded image")
    xp = torch.zeros(n, c, hp, wp)
    xp[:, :, padding : padding + h, padding : padding + w] = x
    oh, ow = (hp - kh) // stride + 1, (wp - kw) // stride + 1
    cols = torch.zeros(n, c * kh * kw, oh * ow)
    for i in range(oh):
        for j in range(ow):
            patch = xp[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
            cols[:, :, i * ow + j] = patch.reshape(n, -1)
    return cols

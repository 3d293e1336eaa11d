# verdict: wrong
# mistake: torch.zeros without a dtype makes a float32 output, so float64 images lose their precision and their dtype.
# told: returns_float32
import torch


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be >= 1")
    if padding < 0:
        raise ValueError("padding must be >= 0")
    n, c, h, w = x.shape
    o, c2, kh, kw = weight.shape
    if c != c2:
        raise ValueError("channels mismatch")
    if kh > h + 2 * padding or kw > w + 2 * padding:
        raise ValueError("kernel too large")
    xp = torch.zeros(n, c, h + 2 * padding, w + 2 * padding)
    xp[:, :, padding:padding + h, padding:padding + w] = x
    oh = (h + 2 * padding - kh) // stride + 1
    ow = (w + 2 * padding - kw) // stride + 1
    out = torch.zeros(n, o, oh, ow)
    for i in range(oh):
        for j in range(ow):
            window = xp[:, None, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
            out[:, :, i, j] = (window * weight).sum(dim=(2, 3, 4)) + bias
    return out

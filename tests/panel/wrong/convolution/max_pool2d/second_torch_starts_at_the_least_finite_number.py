# verdict: wrong
# mistake: The maximum starts at the least finite number instead of a pixel, so a window of minus infinity gives that number.
import torch


def max_pool2d(x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    n, c, h, w = x.shape
    if kernel_size < 1 or kernel_size > h or kernel_size > w:
        raise ValueError("kernel_size must be between 1 and the size of the image")
    if stride < 1:
        raise ValueError("stride must be at least 1")
    oh, ow = (h - kernel_size) // stride + 1, (w - kernel_size) // stride + 1
    y = torch.full((n, c, oh, ow), torch.finfo(x.dtype).min, dtype=x.dtype)
    corner = stride * (w * torch.arange(oh)[:, None] + torch.arange(ow))
    idx = corner.repeat(n, c, 1, 1)
    for t in range(kernel_size**2):
        u, v = divmod(t, kernel_size)
        cand = x[:, :, u::stride, v::stride][:, :, :oh, :ow]
        idx = torch.where(cand > y, corner + u * w + v, idx)
        y = torch.maximum(y, cand)
    return y, idx

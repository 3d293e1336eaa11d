# verdict: passed
# style: PyTorch, Tensor.unfold twice, argmax and gather
import torch


def max_pool2d(x, kernel_size, stride=None):
    k = kernel_size
    s = k if stride is None else stride
    n, c, h, w = x.shape
    if k < 1 or k > h or k > w:
        raise ValueError("kernel_size must be between 1 and the size of the image")
    if s < 1:
        raise ValueError("stride must be at least 1")
    win = x.unfold(2, k, s).unfold(3, k, s)
    oh, ow = win.shape[2], win.shape[3]
    win = win.reshape(n, c, oh, ow, k * k)
    best = win.argmax(dim=-1)
    y = win.gather(-1, best.unsqueeze(-1)).squeeze(-1)
    rows = torch.arange(oh).view(-1, 1) * s + torch.div(best, k, rounding_mode="floor")
    cols = torch.arange(ow).view(1, -1) * s + best % k
    return y, rows * w + cols

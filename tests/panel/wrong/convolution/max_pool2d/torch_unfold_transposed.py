# verdict: wrong
# mistake: The window is unfolded columns first, so a tie is won by the leftmost column instead of the first pixel in reading order.
# told: reads_down_the_columns
import torch


def max_pool2d(x, kernel_size, stride=None):
    k = kernel_size
    s = k if stride is None else stride
    n, c, h, w = x.shape
    if k < 1 or k > h or k > w:
        raise ValueError("kernel_size must fit into the image")
    if s < 1:
        raise ValueError("stride must be at least 1")
    win = x.unfold(3, k, s).unfold(2, k, s)  # n, c, oh, ow, k, k
    oh, ow = win.shape[2:4]
    y, best = win.reshape(n, c, oh, ow, k * k).max(dim=-1)
    cols = torch.arange(ow) * s + best // k
    rows = torch.arange(oh)[:, None] * s + best % k
    return y, rows * w + cols

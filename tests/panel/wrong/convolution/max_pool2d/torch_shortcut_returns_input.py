# verdict: wrong
# mistake: For a 1x1 window with stride 1 it returns the input tensor itself instead of a new one.
import torch


def max_pool2d(x, kernel_size, stride=None):
    k = kernel_size
    s = k if stride is None else stride
    n, c, h, w = x.shape
    if k < 1 or k > h or k > w:
        raise ValueError("kernel_size must fit into the image")
    if s < 1:
        raise ValueError("stride must be at least 1")
    place = torch.arange(h * w).reshape(1, 1, h, w).repeat(n, c, 1, 1)
    if k == 1 and s == 1:
        return x, place
    win = x.unfold(2, k, s).unfold(3, k, s).flatten(-2)
    pos = place.unfold(2, k, s).unfold(3, k, s).flatten(-2)
    best = win.argmax(dim=-1, keepdim=True)
    return win.gather(-1, best).squeeze(-1), pos.gather(-1, best).squeeze(-1)

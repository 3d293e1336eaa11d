# verdict: wrong
# mistake: The winners are found by comparing with the maximum and keeping the largest position, so of several equal maxima the last one wins.
# told: last_maximum_wins
import torch


def max_pool2d(x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    h, w = x.shape[2:]
    if kernel_size < 1 or kernel_size > min(h, w):
        raise ValueError("kernel_size must be between 1 and the size of the image")
    if stride < 1:
        raise ValueError("stride must be at least 1")
    windows = x.unfold(2, kernel_size, stride).unfold(3, kernel_size, stride)
    numbers = torch.arange(h * w).view(h, w).unfold(0, kernel_size, stride).unfold(1, kernel_size, stride)
    y = windows.amax(dim=(-2, -1))
    is_best = windows == y[..., None, None]
    return y, (numbers * is_best).amax(dim=(-2, -1))

# verdict: raised
# mistake: The check has >= for >, so a padding of exactly half of an even kernel is refused although it is allowed.
import torch
import torch.nn.functional as F


def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    k = kernel_size
    s = k if stride is None else stride
    if k < 1:
        raise ValueError("kernel_size must be at least 1")
    if s < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0 or (padding > 0 and 2 * padding >= k):
        raise ValueError("padding must be at least 0 and less than half of the kernel")
    xp = F.pad(x, (padding, padding, padding, padding))
    if k > xp.shape[2] or k > xp.shape[3]:
        raise ValueError("kernel_size is larger than the padded image")
    inside = F.pad(torch.ones_like(x), (padding, padding, padding, padding))
    win = xp.unfold(2, k, s).unfold(3, k, s)
    if count_include_pad:
        return win.mean(dim=(4, 5))
    return win.sum(dim=(4, 5)) / inside.unfold(2, k, s).unfold(3, k, s).sum(dim=(4, 5))

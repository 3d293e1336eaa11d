# verdict: passed
# style: torch, the positions are unfolded like the image and picked by the same argmax
import torch


def max_pool2d(x, kernel_size, stride=None):
    step = kernel_size if stride is None else stride
    h, w = x.shape[2:]
    if kernel_size < 1 or kernel_size > h or kernel_size > w:
        raise ValueError("kernel_size")
    if step < 1:
        raise ValueError("stride")
    cut = lambda a: a.unfold(-2, kernel_size, step).unfold(-2, kernel_size, step).flatten(-2)
    windows = cut(x)
    numbers = cut(torch.arange(h * w, device=x.device).view(1, 1, h, w)).expand(windows.shape)
    winner = windows.argmax(dim=-1, keepdim=True)
    return windows.gather(-1, winner).squeeze(-1), numbers.gather(-1, winner).squeeze(-1)

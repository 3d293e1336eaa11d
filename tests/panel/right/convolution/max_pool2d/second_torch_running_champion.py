# verdict: passed
# style: torch, running maximum over the taps in reading order, replaced only by a strictly larger one
import torch


def max_pool2d(x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    n, c, h, w = x.shape
    if not 1 <= kernel_size <= min(h, w):
        raise ValueError(f"kernel_size {kernel_size} does not suit an image of {h}x{w}")
    if stride < 1:
        raise ValueError(f"stride {stride} is below 1")
    oh, ow = (h - kernel_size) // stride + 1, (w - kernel_size) // stride + 1
    corner = (torch.arange(oh) * stride)[:, None] * w + torch.arange(ow) * stride
    corner = corner.to(x.device)

    def tap(u, v):
        return x[:, :, u : u + (oh - 1) * stride + 1 : stride, v : v + (ow - 1) * stride + 1 : stride]

    best, where = tap(0, 0).clone(), corner.expand(n, c, oh, ow).clone()
    for u in range(kernel_size):
        for v in range(kernel_size):
            better = tap(u, v) > best
            best = torch.where(better, tap(u, v), best)
            where = torch.where(better, corner + u * w + v, where)
    return best, where

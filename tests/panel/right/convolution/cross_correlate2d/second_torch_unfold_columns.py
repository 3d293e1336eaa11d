# verdict: passed
# style: torch, F.unfold columns times the flattened kernel
import torch
import torch.nn.functional as F


def cross_correlate2d(image, kernel):
    (h, w), (kh, kw) = image.shape, kernel.shape
    if h < kh or w < kw:
        raise ValueError("kernel does not fit into the image")
    columns = F.unfold(image[None, None], (kh, kw))[0]
    return (kernel.reshape(1, -1) @ columns).reshape(h - kh + 1, w - kw + 1)

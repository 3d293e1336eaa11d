# verdict: forbidden
# mistake: It builds a torch.nn.Conv2d layer and copies the kernel into it, which the statement rules out.
import torch
from torch import nn


def cross_correlate2d(image, kernel):
    if kernel.shape[0] > image.shape[0] or kernel.shape[1] > image.shape[1]:
        raise ValueError("kernel larger than the image")
    layer = nn.Conv2d(1, 1, tuple(kernel.shape), bias=False, dtype=image.dtype)
    with torch.no_grad():
        layer.weight.copy_(kernel[None, None])
        return layer(image[None, None])[0, 0]

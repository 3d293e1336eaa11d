# verdict: passed
# style: PyTorch, Tensor.unfold along rows and columns
import torch


def cross_correlate2d(image, kernel):
    kh, kw = kernel.shape
    if kh > image.shape[0] or kw > image.shape[1]:
        raise ValueError("kernel larger than image")
    windows = image.unfold(0, kh, 1).unfold(1, kw, 1)
    return (windows * kernel).sum(dim=(-2, -1))

# verdict: passed
# style: PyTorch, full is valid on the padded image; windows by Tensor.unfold and one tensordot
import torch
import torch.nn.functional as F


def _valid(image, kernel):
    kh, kw = kernel.shape
    windows = image.unfold(0, kh, 1).unfold(1, kw, 1)
    return torch.tensordot(windows, kernel.flip(0, 1), dims=([2, 3], [0, 1]))


def convolve2d(image, kernel, mode="valid"):
    kh, kw = kernel.shape
    if mode == "full":
        return _valid(F.pad(image, (kw - 1, kw - 1, kh - 1, kh - 1)), kernel)
    if mode != "valid":
        raise ValueError("unknown mode: " + repr(mode))
    if kh > image.shape[0] or kw > image.shape[1]:
        raise ValueError("the kernel does not fit into the image")
    return _valid(image, kernel)

# verdict: passed
# style: PyTorch, Tensor.unfold along both axes, permute, reshape, clone
import torch


def im2col(x, kernel_size, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be >= 1")
    if padding < 0:
        raise ValueError("padding must be >= 0")
    KH, KW = kernel_size
    N, C, H, W = x.shape
    if KH < 1 or KW < 1:
        raise ValueError("kernel_size must be >= 1 in both directions")
    if KH > H + 2 * padding or KW > W + 2 * padding:
        raise ValueError("kernel_size is larger than the padded image")
    xp = torch.nn.functional.pad(x, (padding, padding, padding, padding))
    windows = xp.unfold(2, KH, stride).unfold(3, KW, stride)  # N C OH OW KH KW
    windows = windows.permute(0, 1, 4, 5, 2, 3)
    return windows.clone(memory_format=torch.contiguous_format).reshape(N, C * KH * KW, -1)

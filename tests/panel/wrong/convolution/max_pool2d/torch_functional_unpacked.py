# verdict: forbidden
# mistake: It lets torch.nn.functional.max_pool2d do the work, which the statement forbids.
import torch
import torch.nn.functional as F


def max_pool2d(x, kernel_size, stride=None):
    if kernel_size < 1 or kernel_size > min(x.shape[2:]):
        raise ValueError("kernel_size must fit into the image")
    if stride is None:
        stride = kernel_size
    if stride < 1:
        raise ValueError("stride must be at least 1")
    y, indices = F.max_pool2d(x, kernel_size, stride=stride, return_indices=True)
    return y, indices.to(torch.int64)

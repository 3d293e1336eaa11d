# verdict: forbidden
# mistake: It calls torch.nn.functional.max_pool2d under another name, which the statement forbids.
from torch.nn import functional as pooling_tools


def max_pool2d(x, kernel_size, stride=None):
    if kernel_size < 1 or kernel_size > x.shape[2] or kernel_size > x.shape[3]:
        raise ValueError("kernel_size must be between 1 and the size of the image")
    if stride is not None and stride < 1:
        raise ValueError("stride must be at least 1")
    return pooling_tools.max_pool2d(x, kernel_size, stride, return_indices=True)

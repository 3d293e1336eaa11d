# verdict: passed
# style: PyTorch, Tensor.unfold twice; the divisor is the pooled image of ones
import torch
import torch.nn.functional as F


def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    if kernel_size < 1:
        raise ValueError(f"kernel_size has to be 1 or more, got {kernel_size}")
    if stride is None:
        stride = kernel_size
    if stride < 1:
        raise ValueError(f"stride has to be 1 or more, got {stride}")
    if padding < 0 or padding > kernel_size / 2:
        raise ValueError(f"padding has to be in 0..kernel/2, got {padding}")
    H, W = x.shape[-2:]
    if kernel_size > H + 2 * padding or kernel_size > W + 2 * padding:
        raise ValueError(f"kernel_size {kernel_size} does not fit into the padded image")

    def window_sums(t):
        t = F.pad(t, (padding,) * 4)
        return t.unfold(2, kernel_size, stride).unfold(3, kernel_size, stride).sum(dim=(-2, -1))

    sums = window_sums(x)
    if count_include_pad:
        return sums / kernel_size**2
    ones = torch.ones((1, 1, H, W), dtype=x.dtype, device=x.device)
    return sums / window_sums(ones)

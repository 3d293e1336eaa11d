"""The same in PyTorch, from primitives.  `Tensor.unfold` takes the stride along.  A mean over two axes is one call, so the
number of real pixels is a mean as well, of ones, and the size of the kernel cancels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def avg_pool2d(
    x: Float[Tensor, "N C H W"],
    kernel_size: int,
    stride: int | None = None,
    padding: int = 0,
    count_include_pad: bool = True,
) -> Float[Tensor, "N C OH OW"]:
    """Average the pixels of each square window."""
    if stride is None:
        stride = kernel_size
    if kernel_size < 1 or kernel_size > min(x.shape[2:]) + 2 * padding:
        raise ValueError(f"kernel_size {kernel_size} does not fit into the padded image")
    if stride < 1:
        raise ValueError(f"stride must be at least 1, got {stride}")
    if padding < 0 or 2 * padding > kernel_size:
        raise ValueError(f"padding must be between 0 and half of the kernel, got {padding}")

    mean = _mean_of_windows(x, kernel_size, stride, padding)
    return mean if count_include_pad else mean / _mean_of_windows(torch.ones_like(x), kernel_size, stride, padding)


def _mean_of_windows(x: Float[Tensor, "N C H W"], kernel_size: int, stride: int, padding: int) -> Float[Tensor, "N C OH OW"]:
    padded = torch.nn.functional.pad(x, (padding, padding, padding, padding))
    return padded.unfold(2, kernel_size, stride).unfold(3, kernel_size, stride).mean(dim=(4, 5))

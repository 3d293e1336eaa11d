"""The same in PyTorch, from primitives.  `max` along an axis gives values and places in one go, and of equal values the first.
Autograd sends each gradient to the winner, as the indices say; they are integers themselves and have no gradient.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float, Int64
    from torch import Tensor


def max_pool2d(
    x: Float[Tensor, "N C H W"], kernel_size: int, stride: int | None = None
) -> tuple[Float[Tensor, "N C OH OW"], Int64[Tensor, "N C OH OW"]]:
    """Keep the largest pixel of each square window, and tell where in the image it was."""
    if stride is None:
        stride = kernel_size
    if kernel_size < 1 or kernel_size > min(x.shape[2:]):
        raise ValueError(f"kernel_size must be between 1 and {min(x.shape[2:])}, got {kernel_size}")
    if stride < 1:
        raise ValueError(f"stride must be at least 1, got {stride}")

    windows = x.unfold(2, kernel_size, stride).unfold(3, kernel_size, stride)  # (N, C, OH, OW, k, k)
    y, winner = torch.max(windows.flatten(start_dim=4), dim=-1)  # winner counts the pixels of its window

    out_height, out_width = y.shape[2:]
    rows = stride * winner.new_tensor(range(out_height))[:, None] + winner // kernel_size  # new_tensor: also on a GPU
    columns = stride * winner.new_tensor(range(out_width)) + winner % kernel_size
    return y, rows * x.shape[3] + columns

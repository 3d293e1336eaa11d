"""The same in PyTorch, from primitives.  `Tensor.unfold` takes windows along one axis, with a stride; it is not the function of
the same name that this exercise builds.  `permute` names all axes, and only the reshape behind it copies the pixels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def im2col(
    x: Float[Tensor, "N C H W"], kernel_size: tuple[int, int], stride: int = 1, padding: int = 0
) -> Float[Tensor, "N C*KH*KW OH*OW"]:
    """Copy each window of each image into a column of a matrix."""
    n, channels, height, width = x.shape
    rows, columns = kernel_size
    if stride < 1:
        raise ValueError(f"stride must be at least 1, got {stride}")
    if padding < 0:
        raise ValueError(f"padding must be at least 0, got {padding}")
    if not 1 <= rows <= height + 2 * padding or not 1 <= columns <= width + 2 * padding:
        raise ValueError(f"kernel_size {rows}x{columns} does not fit into the padded image")

    padded = torch.nn.functional.pad(x, (padding, padding, padding, padding))
    windows = padded.unfold(2, rows, stride).unfold(3, columns, stride)  # (N, C, OH, OW, KH, KW)
    windows = windows.permute(0, 1, 4, 5, 2, 3)
    return windows.reshape(n, channels * rows * columns, windows.shape[4] * windows.shape[5])

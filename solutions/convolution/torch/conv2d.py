"""The same in PyTorch, from primitives.  `Tensor.unfold` takes the stride along, so two calls of it give every window, and `pad`
names the last axis first.  The result of `einsum` has its axes in the order that is written, with no `permute` behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def conv2d(
    x: Float[Tensor, "N C H W"],
    weight: Float[Tensor, "O C KH KW"],
    bias: Float[Tensor, "O"],
    stride: int = 1,
    padding: int = 0,
) -> Float[Tensor, "N O OH OW"]:
    """Cross-correlate a batch of images with a bank of filters and add a bias to each output channel."""
    _, channels, height, width = x.shape
    _, depth, kernel_height, kernel_width = weight.shape
    if stride < 1:
        raise ValueError(f"stride must be at least 1, got {stride}")
    if padding < 0:
        raise ValueError(f"padding must be at least 0, got {padding}")
    if channels != depth:
        raise ValueError(f"x has {channels} channels, weight expects {depth} channels")
    if kernel_height > height + 2 * padding or kernel_width > width + 2 * padding:
        raise ValueError(f"kernel {kernel_height}x{kernel_width} does not fit into the padded image")

    padded = torch.nn.functional.pad(x, (padding, padding, padding, padding))  # left, right, top, bottom
    windows = padded.unfold(2, kernel_height, stride).unfold(3, kernel_width, stride)  # (N, C, OH, OW, KH, KW)
    return torch.einsum("ncijuv,ocuv->noij", windows, weight) + bias[:, None, None]

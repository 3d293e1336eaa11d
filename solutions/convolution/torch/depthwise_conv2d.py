"""The same in PyTorch, from primitives.  The letter `c` stands in both inputs of `einsum` and in its output: channels meet
their own kernel only.  At work this is `conv2d(x, weight, bias, stride, padding, groups=channels)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def depthwise_conv2d(
    x: Float[Tensor, "N C H W"],
    weight: Float[Tensor, "C 1 KH KW"],
    bias: Float[Tensor, "C"],
    stride: int = 1,
    padding: int = 0,
) -> Float[Tensor, "N C OH OW"]:
    """Cross-correlate each channel of a batch of images with its own kernel, and add a bias to each."""
    _, channels, height, width = x.shape
    kernels, depth, rows, columns = weight.shape
    if stride < 1:
        raise ValueError(f"stride must be at least 1, got {stride}")
    if padding < 0:
        raise ValueError(f"padding must be at least 0, got {padding}")
    if kernels != channels or depth != 1:
        raise ValueError(f"x has {channels} channels, weight has {kernels} kernels for {depth} channels each")
    if rows > height + 2 * padding or columns > width + 2 * padding:
        raise ValueError(f"kernel {rows}x{columns} does not fit into the padded image")

    padded = torch.nn.functional.pad(x, (padding, padding, padding, padding))
    windows = padded.unfold(2, rows, stride).unfold(3, columns, stride)  # (N, C, OH, OW, KH, KW)
    return torch.einsum("ncijuv,cduv->ncij", windows, weight) + bias[:, None, None]

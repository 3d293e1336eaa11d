"""The same in PyTorch, from primitives.  `unfold` makes windows as large as the span of the filter, and a slice with a step
leaves its taps: still a view, without a copy of a pixel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def dilated_conv2d(
    x: Float[Tensor, "N C H W"],
    weight: Float[Tensor, "O C KH KW"],
    bias: Float[Tensor, "O"],
    stride: int = 1,
    padding: int = 0,
    dilation: int = 1,
) -> Float[Tensor, "N O OH OW"]:
    """Cross-correlate a batch of images with a bank of filters whose taps are spread out, and add a bias to each channel."""
    _, channels, height, width = x.shape
    _, depth, rows, columns = weight.shape
    for name, value in {"stride": stride, "dilation": dilation}.items():
        if value < 1:
            raise ValueError(f"{name} must be at least 1, got {value}")
    if padding < 0:
        raise ValueError(f"padding must be at least 0, got {padding}")
    if channels != depth:
        raise ValueError(f"x has {channels} channels, weight expects {depth} channels")
    span = dilation * (rows - 1) + 1, dilation * (columns - 1) + 1
    if span[0] > height + 2 * padding or span[1] > width + 2 * padding:
        raise ValueError(f"kernel {rows}x{columns} spans {span[0]}x{span[1]} pixels and does not fit into the padded image")

    padded = torch.nn.functional.pad(x, (padding, padding, padding, padding))
    windows = padded.unfold(2, span[0], stride).unfold(3, span[1], stride)[..., ::dilation, ::dilation]
    return torch.einsum("ncijuv,ocuv->noij", windows, weight) + bias[:, None, None]

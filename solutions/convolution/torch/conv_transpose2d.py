"""The same in PyTorch, from primitives.  Adding to a slice in place is fine for autograd, since `z` itself is needed for no
gradient.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def conv_transpose2d(
    x: Float[Tensor, "N C_in H W"],
    weight: Float[Tensor, "C_in C_out KH KW"],
    bias: Float[Tensor, "C_out"],
    stride: int = 1,
    padding: int = 0,
    output_padding: int = 0,
) -> Float[Tensor, "N C_out OH OW"]:
    """Stamp a kernel into a larger image for every pixel, add the stamps up, and add a bias to each output channel."""
    (n, channels, height, width), (depth, filters, rows, columns) = x.shape, weight.shape
    if stride < 1:
        raise ValueError(f"stride must be at least 1, got {stride}")
    if padding < 0:
        raise ValueError(f"padding must be at least 0, got {padding}")
    if not 0 <= output_padding < stride:
        raise ValueError(f"output_padding must be between 0 and {stride - 1}, got {output_padding}")
    if channels != depth:
        raise ValueError(f"x has {channels} channels, weight expects {depth} channels")
    full_height = (height - 1) * stride + rows + output_padding
    full_width = (width - 1) * stride + columns + output_padding
    if min(full_height, full_width) <= 2 * padding:
        raise ValueError(f"padding {padding} leaves nothing of {full_height}x{full_width} pixels")

    stamps = torch.einsum("nchw,couv->nouvhw", x, weight)
    z = x.new_zeros(n, filters, full_height, full_width)
    for u in range(rows):
        for v in range(columns):
            z[:, :, u : u + height * stride : stride, v : v + width * stride : stride] += stamps[:, :, u, v]
    return z[:, :, padding : full_height - padding, padding : full_width - padding] + bias[:, None, None]

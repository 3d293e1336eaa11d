"""The same in PyTorch, from primitives.  The windows of `unfold` are a view in which pixels appear more than once: good to read
from, but adding to them in place is an error.  Hence the loop over the kernel: one weight meets no pixel twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def conv2d_backward(
    grad_output: Float[Tensor, "N O OH OW"],
    x: Float[Tensor, "N C H W"],
    weight: Float[Tensor, "O C KH KW"],
    stride: int = 1,
    padding: int = 0,
) -> tuple[Float[Tensor, "N C H W"], Float[Tensor, "O C KH KW"], Float[Tensor, "O"]]:
    """Turn the gradient of a convolution's output into the gradients of its image, its filters and its bias."""
    (n, channels, height, width), (filters, depth, kernel_height, kernel_width) = x.shape, weight.shape
    if stride < 1:
        raise ValueError(f"stride must be at least 1, got {stride}")
    if padding < 0:
        raise ValueError(f"padding must be at least 0, got {padding}")
    if channels != depth:
        raise ValueError(f"x has {channels} channels, weight expects {depth} channels")
    if kernel_height > height + 2 * padding or kernel_width > width + 2 * padding:
        raise ValueError(f"kernel {kernel_height}x{kernel_width} does not fit into the padded image")
    out_height = (height + 2 * padding - kernel_height) // stride + 1
    out_width = (width + 2 * padding - kernel_width) // stride + 1
    wanted = (n, filters, out_height, out_width)
    if grad_output.shape != wanted:
        raise ValueError(f"grad_output has shape {tuple(grad_output.shape)}, not {wanted}")

    padded = torch.nn.functional.pad(x, (padding, padding, padding, padding))
    windows = padded.unfold(2, kernel_height, stride).unfold(3, kernel_width, stride)  # (N, C, OH, OW, KH, KW)
    grad_weight = torch.einsum("noij,ncijuv->ocuv", grad_output, windows)

    grad_padded = torch.zeros_like(padded)
    for u in range(kernel_height):
        for v in range(kernel_width):
            rows = slice(u, u + stride * (out_height - 1) + 1, stride)
            columns = slice(v, v + stride * (out_width - 1) + 1, stride)
            grad_padded[:, :, rows, columns] += torch.einsum("noij,oc->ncij", grad_output, weight[:, :, u, v])
    grad_x = grad_padded[:, :, padding : padding + height, padding : padding + width]
    return grad_x, grad_weight, grad_output.sum(dim=(0, 2, 3))

"""The same in PyTorch, from primitives.  Autograd follows the assignments: a number of the kernel collects the gradients of all
the places where it was put, which is how shared weights learn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def conv_as_matrix(weight: Float[Tensor, "KH KW"], height: int, width: int) -> Float[Tensor, "P Q"]:
    """Write the cross-correlation with a kernel as a matrix that acts on flattened images."""
    kernel_height, kernel_width = weight.shape
    if kernel_height > height or kernel_width > width:
        raise ValueError(f"weight {kernel_height}x{kernel_width} does not fit into images of {height}x{width}")
    out_height, out_width = height - kernel_height + 1, width - kernel_width + 1
    matrix = weight.new_zeros(out_height, out_width, height, width)
    for i in range(out_height):
        for j in range(out_width):
            matrix[i, j, i : i + kernel_height, j : j + kernel_width] = weight
    return matrix.reshape(out_height * out_width, height * width)

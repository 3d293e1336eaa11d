"""The same in PyTorch, from primitives.  `scatter_add` delivers along one axis, so each channel keeps its gradients to itself,
and it adds where one pixel has won twice.  (`scatter` would keep one of the two gradients, and does not say which.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float, Int64
    from torch import Tensor


def max_pool2d_backward(
    grad_output: Float[Tensor, "N C OH OW"], indices: Int64[Tensor, "N C OH OW"], x_shape: tuple[int, int, int, int]
) -> Float[Tensor, "N C H W"]:
    """Send the gradients of a max pooling layer's output back to the pixels that won."""
    n, channels, height, width = x_shape
    if indices.shape != grad_output.shape:
        raise ValueError(f"indices have shape {tuple(indices.shape)}, grad_output has {tuple(grad_output.shape)}")
    if grad_output.shape[:2] != (n, channels):
        raise ValueError(f"x_shape is {x_shape}, grad_output is for {tuple(grad_output.shape[:2])} images and channels")
    planes = grad_output.new_zeros(n, channels, height * width)
    planes = planes.scatter_add(2, indices.flatten(start_dim=2), grad_output.flatten(start_dim=2))
    return planes.reshape(n, channels, height, width)

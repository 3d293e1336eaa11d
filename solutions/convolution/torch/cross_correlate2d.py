"""The same in PyTorch, from primitives.  `Tensor.unfold` is NumPy's `sliding_window_view` for one axis: the windows are a view
of the image, in which most pixels appear many times.  So autograd adds up what all windows send back to a pixel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def cross_correlate2d(image: Float[Tensor, "H W"], kernel: Float[Tensor, "KH KW"]) -> Float[Tensor, "H-KH+1 W-KW+1"]:
    """Slide the kernel over the image, one pixel at a time, and add up the products in each window."""
    (height, width), (kernel_height, kernel_width) = image.shape, kernel.shape
    if kernel_height > height or kernel_width > width:
        raise ValueError(f"kernel of shape {tuple(kernel.shape)} does not fit into an image of shape {tuple(image.shape)}")
    windows = image.unfold(0, kernel_height, 1).unfold(1, kernel_width, 1)  # (OH, OW, KH, KW)
    return torch.einsum("ijuv,uv->ij", windows, kernel)

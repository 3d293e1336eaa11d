"""The same in PyTorch, from primitives.  A tensor has no negative strides: two turns by 90 degrees make a copy.
`torch.nn.functional.pad` names the last axis first, so the columns come before the rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def convolve2d(image: Float[Tensor, "H W"], kernel: Float[Tensor, "KH KW"], mode: str = "valid") -> Float[Tensor, "OH OW"]:
    """Convolve an image with a kernel that is turned by 180 degrees."""
    rows, columns = kernel.shape
    if mode == "full":
        image = torch.nn.functional.pad(image, (columns - 1, columns - 1, rows - 1, rows - 1))
    elif mode != "valid":
        raise ValueError(f"mode must be 'valid' or 'full', got {mode!r}")
    if rows > image.shape[0] or columns > image.shape[1]:
        raise ValueError(f"kernel of shape {tuple(kernel.shape)} does not fit into an image of shape {tuple(image.shape)}")
    windows = image.unfold(0, rows, 1).unfold(1, columns, 1)  # (OH, OW, KH, KW)
    return torch.einsum("ijuv,uv->ij", windows, torch.rot90(kernel, 2))

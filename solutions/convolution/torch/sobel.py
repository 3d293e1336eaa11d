"""The same in PyTorch, from primitives.  Both kernels separate into a difference along one axis and a 1-2-1 smoothing along the
other, and slices do either.  Where the image is flat, the slope has no direction and `hypot` no derivative: autograd says NaN.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float, Real
    from torch import Tensor


def sobel(
    image: Real[Tensor, "H W"],
) -> tuple[Float[Tensor, "H-2 W-2"], Float[Tensor, "H-2 W-2"], Float[Tensor, "H-2 W-2"], Float[Tensor, "H-2 W-2"]]:
    """Measure slope, strength and direction of the change in brightness around each inner pixel."""
    if min(image.shape) < 3:
        raise ValueError(f"image must have at least 3 rows and 3 columns, got {tuple(image.shape)}")
    pixels = image if image.is_floating_point() else image.to(torch.float64)
    across = pixels[:, 2:] - pixels[:, :-2]  # right minus left, in every row
    down = pixels[2:] - pixels[:-2]  # below minus above, in every column
    gx = across[:-2] + 2 * across[1:-1] + across[2:]
    gy = down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:]
    return gx, gy, torch.hypot(gx, gy), torch.atan2(gy, gx)

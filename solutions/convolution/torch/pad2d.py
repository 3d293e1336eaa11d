"""The same in PyTorch, from primitives.  `new_full` makes an image of the right type on the right device, and a list as an
index takes rows or columns in any order, as often as one likes.  Gradients of a pixel that is shown often add up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def pad2d(
    x: Float[Tensor, "N C H W"], padding: tuple[int, int, int, int], mode: str = "constant", value: float = 0.0
) -> Float[Tensor, "N C H+top+bottom W+left+right"]:
    """Put rows and columns around each image."""
    left, right, top, bottom = padding
    n, channels, height, width = x.shape
    if mode not in {"constant", "reflect", "replicate"}:
        raise ValueError(f"mode must be 'constant', 'reflect' or 'replicate', got {mode!r}")
    if min(padding) < 0:
        raise ValueError(f"padding must be at least 0 on each side, got {padding}")
    if mode == "reflect" and (max(left, right) >= width or max(top, bottom) >= height):
        raise ValueError(f"padding {padding} is more than a mirror shows of {height} rows and {width} columns")

    if mode == "constant":
        result = x.new_full((n, channels, top + height + bottom, left + width + right), value)
        result[:, :, top : top + height, left : left + width] = x
        return result
    return x[:, :, _shown(height, top, bottom, mode)][:, :, :, _shown(width, left, right, mode)]


def _shown(size: int, before: int, after: int, mode: str) -> list[int]:
    """Which pixel stands at each place from `before` in front of the first pixel to `after` behind the last."""
    places = range(-before, size + after)
    if mode == "reflect":
        return [abs(place) if place < size else size - 2 - place for place in places]  # behind the last: -2, -3 and so on
    return [min(max(place, 0), size - 1) for place in places]

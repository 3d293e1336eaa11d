"""The same in PyTorch, from primitives.  Nothing has to be differentiable, so a real model runs under `torch.no_grad`, and all
the covered images can go through it as one batch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from jaxtyping import Float
    from torch import Tensor


def occlusion_map(
    f: Callable[[Float[Tensor, "C H W"]], float],
    x: Float[Tensor, "C H W"],
    patch: int,
    stride: int = 1,
    fill: float = 0.0,
) -> Float[Tensor, "PH PW"]:
    """Measure how much the score of an image drops when a square of it is covered, for every place of the square."""
    _, height, width = x.shape
    if patch > min(height, width):
        raise ValueError(f"patch {patch} is larger than the image, {height}x{width}")
    score = f(x)
    drops = x.new_empty((height - patch) // stride + 1, (width - patch) // stride + 1)
    for i in range(len(drops)):
        for j in range(drops.shape[1]):
            covered = x.clone()
            covered[:, i * stride : i * stride + patch, j * stride : j * stride + patch] = fill
            drops[i, j] = score - f(covered)
    return drops

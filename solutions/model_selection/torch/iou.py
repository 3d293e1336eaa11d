"""The same in PyTorch, from primitives: it is differentiable, and 1 - IoU can serve as a loss for boxes that overlap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def iou(boxes1: Float[Tensor, "N 4"], boxes2: Float[Tensor, "M 4"]) -> Float[Tensor, "N M"]:
    """Compare every box of one array with every box of another."""
    start = torch.maximum(boxes1[:, None, :2], boxes2[:, :2])
    stop = torch.minimum(boxes1[:, None, 2:], boxes2[:, 2:])
    common = (stop - start).clamp(min=0).prod(-1)
    # equivalent: boxes[:, 2:] - boxes[:, :2] => boxes[:, :2] - boxes[:, 2:], because minus times minus is plus.
    area1, area2 = ((boxes[:, 2:] - boxes[:, :2]).prod(1) for boxes in (boxes1, boxes2))
    union = area1[:, None] + area2 - common
    # equivalent: 1 => 2, because what is divided by it is 0.
    return common / union.where(union > 0, 1)

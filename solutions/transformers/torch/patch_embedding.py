"""The same in PyTorch, from primitives.  Two axes are cut into two each, without copying a pixel; einsum then says in one line
which of the six are summed over and in which order the rest comes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def patch_embedding(
    x: Float[Tensor, "N C H W"],
    weight: Float[Tensor, "D C P P"],
    bias: Float[Tensor, "D"],
    cls_token: Float[Tensor, "D"],
    position: Float[Tensor, "T D"],
) -> Float[Tensor, "N T D"]:
    """Cut pictures into patches, make a token of each, put the class token in front and add positions."""
    n, c, h, w = x.shape
    d, *_, p = weight.shape
    if h % p or w % p:
        raise ValueError(f"x has {h} by {w} pixels, which cannot be cut into patches of {p} by {p}")
    grid = x.reshape(n, c, h // p, p, w // p, p)
    tokens = torch.einsum("nciujv,dcuv->nijd", grid, weight).flatten(1, 2) + bias
    return torch.cat([cls_token.expand(n, 1, d), tokens], dim=1) + position

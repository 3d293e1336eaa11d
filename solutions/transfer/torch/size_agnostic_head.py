"""The same in PyTorch, from primitives.  The ResNets of torchvision end like this, in `AdaptiveAvgPool2d(1)`, a flatten and a
`Linear`: to transfer one, replace the last of the three.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def size_agnostic_head(
    x: Float[Tensor, "N C H W"], weight: Float[Tensor, "K C"], bias: Float[Tensor, "K"]
) -> Float[Tensor, "N K"]:
    """Classify feature maps of any height and width by global average pooling and a linear layer."""
    if weight.shape[1] != x.shape[1]:
        raise ValueError(f"weight must have {x.shape[1]} columns, one for each channel, got {weight.shape[1]}")
    return x.mean(dim=(2, 3)) @ weight.T + bias

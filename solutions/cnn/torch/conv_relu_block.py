"""The same in PyTorch, from primitives.  Two calls of `Tensor.unfold` give every window without a copy, and `pad` names the last
axis first.  `relu` stops the gradient of every map value that it cut off: filters learn from the places where they spoke.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def conv_relu_block(
    x: Float[Tensor, "N C H W"],
    weight: Float[Tensor, "O C KH KW"],
    bias: Float[Tensor, "O"],
    padding: int = 0,
) -> Float[Tensor, "N O OH OW"]:
    """Cross-correlate a batch of images with a bank of filters, add the biases, and rectify the feature maps."""
    if x.shape[1] != weight.shape[1]:
        raise ValueError(f"x has {x.shape[1]} channels, weight expects {weight.shape[1]} channels")
    padded = torch.nn.functional.pad(x, (padding, padding, padding, padding))  # left, right, top, bottom
    windows = padded.unfold(2, weight.shape[2], 1).unfold(3, weight.shape[3], 1)  # (N, C, OH, OW, KH, KW)
    maps = torch.einsum("ncijuv,ocuv->noij", windows, weight) + bias[:, None, None]
    return torch.relu(maps)

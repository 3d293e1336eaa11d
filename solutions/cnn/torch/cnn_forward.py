"""The same in PyTorch, from primitives.  `unfold` in steps of 2 makes the pooling windows and leaves out what has no partner.
`amax` shares the gradient among the winners of a tie, where `max_pool2d` gives all of it to the first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def cnn_forward(x: Float[Tensor, "N C H W"], params: dict[str, Float[Tensor, "..."]]) -> Float[Tensor, "N K"]:
    """Turn a batch of images into class scores: convolution, ReLU, 2x2 max pooling, flattening, dense layer."""
    _, _, kernel_height, kernel_width = params["conv.weight"].shape
    windows = x.unfold(2, kernel_height, 1).unfold(3, kernel_width, 1)  # (N, C, OH, OW, KH, KW)
    maps = torch.einsum("ncijuv,ocuv->noij", windows, params["conv.weight"]) + params["conv.bias"][:, None, None]
    pooled = torch.relu(maps).unfold(2, 2, 2).unfold(3, 2, 2).amax(dim=(4, 5))
    return pooled.flatten(1) @ params["fc.weight"].T + params["fc.bias"]

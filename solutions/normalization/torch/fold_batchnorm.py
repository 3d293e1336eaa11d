"""The same in PyTorch, from primitives.  `torch.ao.quantization.fuse_modules` does this before it quantizes a model: a layer and
its batch norm must be one there, since a quantized weight cannot be rescaled without rounding it again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def fold_batchnorm(
    weight: Float[Tensor, "O I *kernel"],
    bias: Float[Tensor, "O"] | None,
    bn_weight: Float[Tensor, "O"],
    bn_bias: Float[Tensor, "O"],
    running_mean: Float[Tensor, "O"],
    running_var: Float[Tensor, "O"],
    eps: float = 1e-5,
) -> tuple[Float[Tensor, "O I *kernel"], Float[Tensor, "O"]]:
    """Find the layer that does what a linear layer or a convolution and the batch norm behind it do in evaluation."""
    scale = bn_weight / torch.sqrt(running_var + eps)
    shift = -running_mean if bias is None else bias - running_mean
    return weight * scale.reshape(len(scale), *[1] * (weight.ndim - 1)), shift * scale + bn_bias

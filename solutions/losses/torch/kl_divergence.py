"""The same in PyTorch, from primitives.  PyTorch's kl_div wants the logarithms of the input, and its default reduction is "mean",
which it calls wrong itself: ask for "batchmean".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def kl_divergence(input: Float[Tensor, "N C"], target: Float[Tensor, "N C"]) -> tuple[Float[Tensor, ""], Float[Tensor, "N C"]]:
    """Compute the mean divergence of the rows of `target` from those of `input`, and its gradient."""
    if target.shape != input.shape:
        raise ValueError(f"target has shape {tuple(target.shape)}, and input has shape {tuple(input.shape)}")
    absent = target == 0
    harmless = input + absent  # masked after the logarithm, its infinite slope would still make autograd's gradient NaN
    loss = target * (torch.log(target + absent) - torch.log(harmless))
    return loss.sum() / len(input), -target / harmless / len(input)

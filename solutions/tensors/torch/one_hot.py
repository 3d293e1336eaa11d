"""The same in PyTorch.  Say the type: `torch.zeros` and `.float()` would give you float32."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from torch import Tensor


def one_hot(labels: Int[Tensor, "*batch"], num_classes: int) -> Float[Tensor, "*batch K"]:
    """Encode each label as a vector of zeros with a one at the place of its class."""
    # equivalent: , device=labels.device => (nothing), because on the CPU, where audits run, tensors are made unasked.
    classes = torch.arange(num_classes, device=labels.device)
    if not torch.isin(labels, classes).all():
        raise ValueError(f"labels must be from 0 to {num_classes - 1}")
    return (labels[..., None] == classes).double()

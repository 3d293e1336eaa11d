"""The same in PyTorch, from primitives.  `torch.where` keeps the state of a sequence that has ended.  At work one would pack the
batch (`pack_padded_sequence`), so that cuDNN does not even compute the padding, and take `h_n`, which is just this state.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from torch import Tensor


def many_to_one(
    x: Float[Tensor, "N T D"],
    lengths: Int[Tensor, " N"],
    weight_ih: Float[Tensor, "H D"],
    weight_hh: Float[Tensor, "H H"],
    bias_ih: Float[Tensor, " H"],
    bias_hh: Float[Tensor, " H"],
    weight_out: Float[Tensor, "K H"],
    bias_out: Float[Tensor, " K"],
) -> Float[Tensor, "N K"]:
    """Classify padded sequences by the state after their last real step."""
    if lengths.min() < 1 or lengths.max() > x.shape[1]:
        raise ValueError(f"lengths must be from 1 to {x.shape[1]}, got {lengths}")
    state = x.new_zeros(len(x), len(weight_hh))
    for t, inputs in enumerate(x.unbind(dim=1)):
        new = torch.tanh(inputs @ weight_ih.T + bias_ih + state @ weight_hh.T + bias_hh)
        state = torch.where((t < lengths)[:, None], new, state)
    return state @ weight_out.T + bias_out

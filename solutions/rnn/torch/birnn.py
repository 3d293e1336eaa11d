"""The same in PyTorch, from primitives.  Nothing is reversed here: the second loop simply counts down, and a sequence keeps its
state of zeros until the loop reaches its last real step.  At work: `pack_padded_sequence` and `bidirectional=True`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jaxtyping import Float, Int
    from torch import Tensor


def birnn(
    x: Float[Tensor, "N T D"],
    lengths: Int[Tensor, " N"],
    weight_ih: Float[Tensor, "H D"],
    weight_hh: Float[Tensor, "H H"],
    bias_ih: Float[Tensor, " H"],
    bias_hh: Float[Tensor, " H"],
    weight_ih_reverse: Float[Tensor, "H D"],
    weight_hh_reverse: Float[Tensor, "H H"],
    bias_ih_reverse: Float[Tensor, " H"],
    bias_hh_reverse: Float[Tensor, " H"],
) -> Float[Tensor, "N T 2H"]:
    """Read padded sequences in both directions."""
    steps = range(x.shape[1])
    if lengths.min() < 1 or lengths.max() > len(steps):
        raise ValueError(f"lengths must be from 1 to {len(steps)}, got {lengths}")

    def read(
        order: Iterable[int], weight_ih: Float[Tensor, "H D"], weight_hh: Float[Tensor, "H H"], bias: Float[Tensor, " H"]
    ) -> list[Float[Tensor, "N H"]]:
        zeros = x.new_zeros(len(x), len(weight_hh))
        states, state = {}, zeros
        for t in order:
            new = torch.tanh(x[:, t] @ weight_ih.T + state @ weight_hh.T + bias)
            states[t] = state = torch.where((t < lengths)[:, None], new, zeros)  # padding is as good as not yet begun
        return [states[t] for t in steps]

    forward = read(steps, weight_ih, weight_hh, bias_ih + bias_hh)
    backward = read(reversed(steps), weight_ih_reverse, weight_hh_reverse, bias_ih_reverse + bias_hh_reverse)
    return torch.cat([torch.stack(forward, dim=1), torch.stack(backward, dim=1)], dim=2)

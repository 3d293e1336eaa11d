"""The same in PyTorch, from primitives.  `embeddings` is what `torch.nn.Embedding` keeps as its weight. For a large vocabulary
the matrix of similarities is the costly part, and is computed for some of the questions at a time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from torch import Tensor


def analogy(embeddings: Float[Tensor, "V D"], a: Int[Tensor, "Q"], b: Int[Tensor, "Q"], c: Int[Tensor, "Q"]) -> Int[Tensor, "Q"]:
    """Find the words that are to `c` as `b` is to `a`."""
    u = embeddings / torch.linalg.vector_norm(embeddings, dim=1, keepdim=True)
    similarity = (u[b] - u[a] + u[c]) @ u.T
    # equivalent: a, b => b, a, because the order in which words are excluded does not matter.
    # equivalent: b, c => c, b, because the order in which words are excluded does not matter.
    return similarity.scatter(1, torch.stack((a, b, c), dim=1), -torch.inf).argmax(1)

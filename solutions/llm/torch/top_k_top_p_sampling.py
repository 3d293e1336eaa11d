"""The same in PyTorch, from primitives.  The draw is `torch.multinomial(probs, 1)` with the random number made visible; whoever
sets a seed and runs it on another device may get other tokens, and with `u` as an argument nobody can.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from torch import Tensor


def top_k_top_p_sampling(
    logits: Float[Tensor, "N V"],
    u: Float[Tensor, " N"],
    temperature: float = 1.0,
    top_k: int = 0,
    top_p: float = 1.0,
) -> tuple[Int[Tensor, " N"], Float[Tensor, "N V"]]:
    """Filter the distribution of the next token and draw from it."""
    if temperature <= 0:
        raise ValueError(f"temperature must be above 0, got {temperature}")
    if not 0 < top_p <= 1:
        raise ValueError(f"top_p must be above 0 and at most 1, got {top_p}")

    scores, order = torch.sort(logits / temperature, descending=True, stable=True)  # the best first
    kept = top_k or logits.shape[1]
    p = torch.softmax(scores[:, :kept], dim=1)
    p = p.masked_fill(p.cumsum(dim=1) - p >= top_p, 0)  # what stands before a token suffices without it
    probs = torch.zeros_like(logits).scatter(1, order[:, :kept], p / p.sum(dim=1, keepdim=True))

    passed = (probs.cumsum(dim=1) <= u[:, None]).sum(dim=1)
    last = torch.stack([row.nonzero().max() for row in probs])
    return torch.minimum(passed, last), probs

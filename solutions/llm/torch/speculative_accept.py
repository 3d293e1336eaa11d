"""The same in PyTorch, from primitives.  A product of zeros and ones that runs along the draft stays 1 up to the first refusal:
the usual trick where several drafts are checked at once and no row may stop the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from torch import Tensor


def speculative_accept(
    target_probs: Float[Tensor, "N K+1 V"],
    draft_probs: Float[Tensor, "N K V"],
    tokens: Int[Tensor, "N K"],
    u: Float[Tensor, "N K+1"],
) -> Int[Tensor, "N K+1"]:
    """Check drafted tokens against the large model, and draw one more token for each text."""
    k, vocabulary = draft_probs.shape[1:]
    drafted = torch.nn.functional.one_hot(tokens, vocabulary)
    ratio = (drafted * target_probs[:, :k]).sum(dim=2) / (drafted * draft_probs).sum(dim=2)
    accepted = torch.cumprod(u[:, :k] < ratio, dim=1)  # up to the first refusal
    end = accepted.sum(dim=1)

    left = []
    for i, e in enumerate(end):
        p = target_probs[i, e]
        left.append(p if e == k else torch.relu(p - draft_probs[i, e]))
    left = torch.stack(left)
    passed = torch.sum(torch.cumsum(left / left.sum(dim=1, keepdim=True), dim=1) <= u[:, k:], dim=1)
    drawn = torch.minimum(passed, torch.stack([row.nonzero().max() for row in left]))

    result = torch.cat([torch.where(accepted > 0, tokens, -1), torch.full_like(tokens[:, :1], -1)], dim=1)
    return result.scatter(1, end[:, None], drawn[:, None])

"""The same in PyTorch, from primitives.  Where `f` is a network of yours, autograd answers more strictly: the gradient of an
output at step t by the inputs after it must be zero.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from collections.abc import Callable

    from jaxtyping import Float
    from torch import Tensor


def is_causal(
    f: Callable[[Float[Tensor, "N T D"]], Float[Tensor, "N T K"]],
    x: Float[Tensor, "N T D"],
    t: int,
    delta: float = 1.0,
    atol: float = 1e-8,
) -> tuple[bool, float]:
    """Test whether outputs up to step t depend on inputs after it."""
    if delta == 0:
        raise ValueError("delta must not be 0: nothing would change")
    if not 0 <= t < x.shape[1] - 1:
        raise ValueError(f"t must be from 0 to {x.shape[1] - 2}, got {t}")
    changed = torch.cat([x[:, : t + 1], x[:, t + 1 :] + delta], dim=1)
    # equivalent: f(changed) - f(x) => f(x) - f(changed), because a distance knows no sign.
    leak = (f(changed) - f(x))[:, : t + 1].abs().max()
    return leak <= atol, leak

"""The same in PyTorch, from primitives.  With a gradient one can ask the same question: autograd's derivative of the last output
by an early input is zero where the network has no way from one to the other, however it is trained.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from collections.abc import Callable

    from jaxtyping import Float
    from torch import Tensor


def history_sensitivity(
    f: Callable[[Float[Tensor, "T D"]], Float[Tensor, "T O"]],
    x: Float[Tensor, "T D"],
    other: Float[Tensor, "T D"],
    k: int,
) -> float:
    """Measure how much the last output of a sequence model depends on all but the last k inputs."""
    steps = len(x)
    if not 0 <= k <= steps:
        raise ValueError(f"k must lie between 0 and {steps}, the number of steps, got {k}")
    changed = torch.cat([other[: steps - k], x[steps - k :]])
    # equivalent: f(changed)[-1] - f(x)[-1] => f(x)[-1] - f(changed)[-1], because the absolute value is the same.
    return (f(changed)[-1] - f(x)[-1]).abs().max()

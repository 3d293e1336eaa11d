"""The same in PyTorch.  A walk of single decisions gains nothing from a GPU; many walks side by side would."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from collections.abc import Callable

    from jaxtyping import Float, Int
    from torch import Tensor


def simulated_annealing(
    energy: Callable[[Float[Tensor, "N"]], float],
    state: Float[Tensor, "N"],
    temperatures: Float[Tensor, "L"],
    proposals: Int[Tensor, "L"],
    uniforms: Float[Tensor, "L"],
) -> tuple[Float[Tensor, "N"], Float[Tensor, "L"]]:
    """Search for a state of low energy by Metropolis' rule."""
    if (temperatures < 0).any():
        raise ValueError("temperatures must not be below 0")
    current = best = state.clone()
    now = lowest = energy(current)
    history = state.new_empty(len(proposals))
    for step, i in enumerate(proposals):
        turned = current.clone()
        turned[i] = -turned[i]
        after = energy(turned)
        # u < exp(-rise / T), solved for the rise: nothing overflows, and T = 0 is no special case
        if after - now <= -temperatures[step] * torch.log(uniforms[step]):
            current, now = turned, after
        if now < lowest:
            best, lowest = current, now
        history[step] = now
    return best, history

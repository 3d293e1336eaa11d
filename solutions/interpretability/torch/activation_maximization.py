"""The same in PyTorch, from primitives.  For a real network `grad_f` is one call of `torch.autograd.grad` with respect to the
input; the parameters of the network do not even need `requires_grad`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from jaxtyping import Float
    from torch import Tensor


def activation_maximization(
    grad_f: Callable[[Float[Tensor, "*shape"]], Float[Tensor, "*shape"]],
    x0: Float[Tensor, "*shape"],
    lr: float,
    n_steps: int,
    l2: float = 0.0,
) -> Float[Tensor, "*shape"]:
    """Climb from an input to one that excites a unit more, held back by an L2 prior."""
    x = x0.clone()
    for _ in range(n_steps):
        x = x + lr * (grad_f(x) - 2 * l2 * x)
    return x

"""The same in PyTorch, from primitives.  A model in training mode would add noise of its own by dropout: call `model.eval()`
first, or features that are not used seem to matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from jaxtyping import Float, Int
    from torch import Tensor


def permutation_importance(
    predict: Callable[[Float[Tensor, "N D"]], Float[Tensor, "N"]],
    x: Float[Tensor, "N D"],
    y: Float[Tensor, "N"],
    metric: Callable[[Float[Tensor, "N"], Float[Tensor, "N"]], float],
    perms: Int[Tensor, "D N"],
) -> Float[Tensor, "D"]:
    """Measure how much the score of a model drops when one feature is shuffled, for each feature."""
    score = metric(predict(x), y)
    drops = x.new_empty(x.shape[1])
    for d, order in enumerate(perms):
        shuffled = x.clone()
        shuffled[:, d] = x[order, d]
        drops[d] = score - metric(predict(shuffled), y)
    return drops

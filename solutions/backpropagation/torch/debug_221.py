"""The same in PyTorch, from primitives.  `torch.autograd.gradcheck` is this detective's big sister: it measures the gradients by
itself and names the entry where backward lies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def debug_221(
    x: Float[Tensor, " 2"],
    y: float,
    params: dict[str, Float[Tensor, "..."] | float],
    printed: dict[str, Float[Tensor, "..."] | float],
) -> list[str]:
    """Name the wrong ones among the gradients that somebody computed for a 2-2-1 network."""
    wrong = []
    for name, truth in _gradients(x, y, params).items():
        # equivalent: printed[name] - truth => truth - printed[name], because the absolute value is the same.
        error = (printed[name] - truth).abs()
        for index in (~(error <= 1e-3 * truth.abs())).nonzero().tolist():  # `>` would be false for NaN
            wrong.append(f"{name}[{','.join(map(str, index))}]" if index else name)
    return wrong


def _gradients(x: Float[Tensor, " 2"], y: float, params: dict[str, Float[Tensor, "..."] | float]) -> dict[str, Tensor]:
    a1 = torch.sigmoid(params["weight1"] @ x + params["bias1"])
    y_hat = torch.sigmoid((params["weight2"] * a1).sum() + params["bias2"])
    delta2 = (y_hat - y) * y_hat * (1 - y_hat)
    delta1 = delta2 * params["weight2"] * a1 * (1 - a1)
    return {"weight1": torch.outer(delta1, x), "bias1": delta1, "weight2": delta2 * a1, "bias2": delta2}

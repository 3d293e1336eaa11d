"""The same in PyTorch, from primitives.  `torch.var` would divide by R - 1 unless told `correction=0`; deviations spelled out
leave nothing to remember, and R = 1 is no special case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def bias_variance(preds: Float[Tensor, "r n"], f_true: Float[Tensor, "n"], noise_var: float) -> dict[str, Float[Tensor, ""]]:
    """Split the expected squared error of a model into squared bias, variance and noise."""
    if noise_var < 0:
        raise ValueError(f"noise_var must be at least 0, got {noise_var}")
    centre = preds.mean(dim=0)
    # equivalent: centre - f_true => f_true - centre, because it is squared.
    bias2 = ((centre - f_true) ** 2).mean()
    # equivalent: preds - centre => centre - preds, because it is squared.
    variance = ((preds - centre) ** 2).mean()
    return {"bias2": bias2, "variance": variance, "mse": bias2 + variance + noise_var}

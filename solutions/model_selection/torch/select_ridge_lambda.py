"""The same in PyTorch, from primitives.  Autograd passes through `solve`: the validation error has a gradient by lambda, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def select_ridge_lambda(
    x_train: Float[Tensor, "N D"],
    y_train: Float[Tensor, "N"],
    x_val: Float[Tensor, "V D"],
    y_val: Float[Tensor, "V"],
    lambdas: Float[Tensor, "L"],
) -> tuple[Float[Tensor, ""], Float[Tensor, "D"], Float[Tensor, "L"]]:
    """Fit a ridge regression for each penalty, and choose by the validation error."""
    if (lambdas < 0).any():
        raise ValueError("lambdas must not be negative")
    gram, eye = x_train.T @ x_train, torch.eye(x_train.shape[1]).to(x_train)
    weights = [torch.linalg.solve(gram + lam * eye, x_train.T @ y_train) for lam in lambdas]
    # equivalent: x_val @ w - y_val => y_val - (x_val @ w), because it is squared.
    errors = torch.stack([(x_val @ w - y_val).square().mean() for w in weights])
    best = errors.argmin()
    return lambdas[best].clone(), weights[best], errors

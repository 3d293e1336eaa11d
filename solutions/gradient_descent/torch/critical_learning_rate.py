"""The same in PyTorch, from primitives.  The Hessian of a network is far too large to be written down; its largest eigenvalue
is found by power iteration, from products of the Hessian with vectors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def critical_learning_rate(hessian: Float[Tensor, "d d"]) -> Float[Tensor, ""]:
    """Find the learning rate above which gradient descent on a quadratic loss diverges."""
    # equivalent: hessian - hessian.T => hessian.T - hessian, because each difference stands there with both signs.
    # equivalent: 1e-5 => 2e-05, because where rounding ends is left open.
    # equivalent: 1e-5 => 5e-06, because where rounding ends is left open.
    if (hessian - hessian.T).max() > 1e-5 * hessian.max():
        raise ValueError("hessian must be symmetric")
    return 2 / torch.linalg.eigvalsh(hessian).max()

r"""Three output activations for targets that are never negative, such as waiting times and prices, and their slopes.

| `kind` | output $y$ | slope $\mathrm dy / \mathrm dx$ |
|---|---|---|
| `"relu"` | $\max(0, x)$ | 1 where $x > 0$, else 0 (also at $x = 0$, as in PyTorch) |
| `"softplus"` | $\ln(1 + e^{x})$ | $\sigma(x) = 1 / (1 + e^{-x})$ |
| `"exp"` | $e^{x}$ | $e^{x}$ |

ReLU is allowed in an output layer: it reaches every target from 0 upwards. What it risks is a dead output, since a sample whose
score is negative passes no gradient back. The slopes of the other two are positive everywhere. A sigmoid is no choice, because
it ends at 1.

Scores are finite and of any size: softplus(1000) is 1000 with a slope of 1, softplus($-1000$) is 0, and NaN appears nowhere.
Small results keep their digits: at $-40$ both softplus and its slope are $4.2 \cdot 10^{-18}$, and not 0. Only `"exp"` grows to
infinity for a score that is too large, as $e^x$ does in any library, and for it no scores beyond that are given.

It works element by element, on any shape. Return $y$ and the slope as new arrays, which for exp may be one and the same, with
the shape and dtype of `x`; do not change the input.

Source: Goodfellow, Bengio and Courville 2016, *Deep learning*, section 6.2.2; Glorot, Bordes and Bengio 2011, *Deep sparse
rectifier neural networks*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, torch.nn.functional.softplus, torch.nn.functional.logsigmoid,
# torch.relu, torch.nn.functional.relu, torch.sigmoid, by whatever name.
def nonnegative_head(x: Float[Array, "*shape"], kind: str) -> tuple[Float[Array, "*shape"], Float[Array, "*shape"]]:
    """Turn scores into outputs that are never negative, and tell how steeply they rise.

    Parameters
    ----------
    x : finite scores, in an array of any shape.
    kind : "relu", "softplus" or "exp".

    Returns
    -------
    The outputs, and the derivative of each output by its score, both in the shape and dtype of `x`.

    Raises
    ------
    ValueError
        If `kind` is none of the three. The message names it: kind.

    Examples
    --------
    >>> y, slope = nonnegative_head(np.array([-2.0, 0.5, 3.0]), "softplus")
    >>> y
    array([0.12692801, 0.97407698, 3.04858735])
    >>> slope
    array([0.11920292, 0.62245933, 0.95257413])
    >>> nonnegative_head(np.array([-2.0, 0.0, 3.0]), "relu")
    (array([0., 0., 3.]), array([0., 0., 1.]))
    """
    raise NotImplementedError("write nonnegative_head here")

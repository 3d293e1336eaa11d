r"""The slopes of nine activation functions: what backpropagation multiplies by, and where it stops.

The functions are those of the exercise `activation`, with their names: `"step"` (1 where $x > 0$, else 0), `"sigmoid"`, `"tanh"`,
`"relu"`, `"leaky_relu"` (slope 0.01), `"elu"` ($e^x - 1$ on the left), `"softplus"` ($\log(1 + e^x)$), `"swish"`
($x\,\sigma(x)$) and the exact `"gelu"`, for which you need the normal distribution function and its density:

$$\mathrm{gelu}(x) = x\,\Phi(x), \qquad \Phi(x) = \tfrac12\big(1 + \operatorname{erf}(x/\sqrt2)\big), \qquad
\Phi'(x) = \frac{1}{\sqrt{2\pi}}\,e^{-x^2/2}$$

Return $f'(x)$ for every element of `x`. The argument is the **input** of the activation, and not its output. Find the formulas on
paper: finite differences are a check and no answer. An error as small as the rounding of 1 does no harm.

Where a function has a kink or a jump, at $x = 0$, take the slope on its left, as PyTorch does: 0 for `"relu"`, 0.01 for
`"leaky_relu"`. ELU has no kink: there both sides have the slope 1. The slope of the step is 0 everywhere, at the jump, too.

It works on an array of any shape, down to a single number with no axis. Elements are finite but may be large, and no slope is
ever NaN or infinite. The result has the dtype of `x`. Return a new array; do not change the input. Ready-made sigmoids, tanhs and
error functions may be used.

Source: Goodfellow, Bengio and Courville 2016, *Deep Learning*, section 6.3; for GELU Hendrycks and Gimpel 2016, section 2.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, by whatever name.
def activation_grad(x: Float[Array, "*shape"], name: str) -> Float[Array, "*shape"]:
    """Compute the derivative of an activation function at every element of `x`.

    Parameters
    ----------
    x : finite real numbers, the inputs of the activation, in an array of any shape.
    name : "step", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "softplus", "swish" or "gelu".

    Returns
    -------
    The slopes, in the shape and dtype of `x`.

    Raises
    ------
    ValueError
        If there is no activation of that name. The message names the argument: name.

    Examples
    --------
    >>> x = np.array([-2.0, 0.0, 1.0, 1000.0])
    >>> activation_grad(x, "tanh")
    array([0.07065082, 1.        , 0.41997434, 0.        ])
    >>> activation_grad(x, "leaky_relu")
    array([0.01, 0.01, 1.  , 1.  ])
    >>> activation_grad(x, "swish")
    array([-0.09078425,  0.5       ,  0.92767051,  1.        ])
    """
    raise NotImplementedError("write activation_grad here")

r"""The rectified linear unit passes what is positive and stops what is negative.

$$\mathrm{relu}(x) = \max(0, x)$$

It works element by element, on an array of any shape, down to a single number with no axis at all. Special values follow
from the formula:

- zero gives zero; `-0.0` is zero, too, and the sign of a zero does not matter;
- $+\infty$ stays $+\infty$, and $-\infty$ becomes 0;
- **NaN stays NaN**: it is not negative, and an error further up should stay visible instead of turning into an innocent zero.

The result has the dtype of `x`: float32 in, float32 out. Return a new array, also when nothing is negative; do not change
the input.

Source: Nair and Hinton 2010, *Rectified linear units improve restricted Boltzmann machines*; Glorot, Bordes and Bengio 2011,
*Deep sparse rectifier neural networks*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.relu, torch.nn.functional.relu, torch.nn.ReLU, by whatever name.
def relu(x: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
    """Replace every negative element of `x` by zero.

    Parameters
    ----------
    x : real numbers, in an array of any shape; infinities and NaN are allowed.

    Returns
    -------
    The rectified elements, in the shape and dtype of `x`.

    Examples
    --------
    >>> relu(np.array([[-2.0, 3.5, 0.0], [7.0, -0.5, 0.25]]))
    array([[0.  , 3.5 , 0.  ],
           [7.  , 0.  , 0.25]])
    >>> relu(np.array([np.nan, -0.5, np.inf]))
    array([nan,  0., inf])
    """
    raise NotImplementedError("write relu here")

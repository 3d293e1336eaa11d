r"""The hyperbolic tangent is a sigmoid in disguise: stretched to twice the height, and centred at zero.

$$\tanh(x) = \frac{e^x - e^{-x}}{e^x + e^{-x}} = 2\,\sigma(2x) - 1, \qquad \sigma(x) = \frac{1}{1 + e^{-x}}$$

It works element by element, on an array of any shape, down to a single number with no axis at all. Where the sigmoid gives
numbers from 0 to 1, tanh gives numbers from -1 to 1, negative for negative $x$: hidden units with a mean near zero, and a slope
at the origin of 1 in place of 1/4. Both make the layer above easier to train.

Compute it from exponentials, or from the sigmoid that you have already; the ready-made tanh would be no exercise. Your function
is right for **every** $x$:

- $\tanh(1000) = 1$ and $\tanh(-1000) = -1$, and the same at $+\infty$ and $-\infty$; NaN does not occur;
- nowhere else is it cut off: $\tanh(8)$ is $1 - 2.25\cdot 10^{-7}$.

An error as small as the rounding of 1 is fine everywhere, also near zero, where it is large compared with the result. An
overflow on the way is allowed where the result is right.

The result has the dtype of `x`: float32 in, float32 out. Return a new array; do not change the input.

Source: LeCun, Bottou, Orr and Müller 1998, *Efficient BackProp*, section 4.4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.tanh, torch.nn.functional.tanh, torch.nn.Tanh, torch.sinh, by whatever name.
def tanh_from_sigmoid(x: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
    """Compute the hyperbolic tangent of every element of `x`.

    Parameters
    ----------
    x : real numbers, in an array of any shape; plus and minus infinity are allowed, NaN does not occur.

    Returns
    -------
    The hyperbolic tangents, in the shape and dtype of `x`.

    Examples
    --------
    >>> tanh_from_sigmoid(np.array([[-2.0, 0.0, 0.5], [1.0, -1000.0, 1000.0]]))
    array([[-0.96402758,  0.        ,  0.46211716],
           [ 0.76159416, -1.        ,  1.        ]])
    """
    raise NotImplementedError("write tanh_from_sigmoid here")

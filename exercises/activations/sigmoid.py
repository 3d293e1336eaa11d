r"""The logistic sigmoid squashes any real number, a *logit*, into a probability between 0 and 1.

$$\sigma(x) = \frac{1}{1 + e^{-x}}$$

It works element by element, on an array of any shape, down to a single number with no axis at all.

The formula is easy; keeping it right for every number is the exercise. $e^{1000}$ is infinite in floating point, and
$\infty/\infty$ is not a number. Your function is right for **every** $x$:

- $\sigma(1000) = 1$ and $\sigma(-1000) = 0$, and the same at $+\infty$ and $-\infty$;
- small results keep their digits: $\sigma(-40) = 4.2\cdot 10^{-18}$, and not zero. Only below the smallest normal number, some
  $10^{-308}$ in float64, digits no longer matter, and zero is right, too.

An overflow on the way is allowed where the result is right, but you can do without it: NumPy warns of one, and in PyTorch it
may turn a gradient into NaN.

The result has the dtype of `x`: float32 in, float32 out. Return a new array; do not change the input.

Source: Goodfellow, Bengio and Courville 2016, *Deep Learning*, section 3.10.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.sigmoid, torch.nn.functional.sigmoid, torch.nn.Sigmoid,
# torch.nn.functional.logsigmoid, scipy.special.expit, scipy.special.log_expit, by whatever name.
def sigmoid(x: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
    """Squash every element of `x` into the interval from 0 to 1.

    Parameters
    ----------
    x : real numbers, in an array of any shape; plus and minus infinity are allowed, NaN does not occur.

    Returns
    -------
    The sigmoid of every element, in the shape and dtype of `x`.

    Examples
    --------
    >>> sigmoid(np.array([[-2.0, 0.0, 1.0], [3.0, -1000.0, 1000.0]]))
    array([[0.11920292, 0.5       , 0.73105858],
           [0.95257413, 0.        , 1.        ]])
    """
    raise NotImplementedError("write sigmoid here")

r"""The logarithm of a sigmoid is the log-probability of a yes: what the loss of a binary classifier is made of.

$$\log \sigma(x) = \log \frac{1}{1 + e^{-x}} = -\log\left(1 + e^{-x}\right)$$

$\log$ is the natural logarithm. It works element by element, on an array of any shape, down to a single number with no axis at
all. The log-probability of a no is the same function at $-x$, so this one function serves for both.

On paper the formula is finished. In floating point it fails on both sides, and keeping it right for **every** $x$ is the
exercise:

- far to the left it is a straight line: $\log\sigma(-1000) = -1000$, where $\sigma(-1000)$ rounds to 0, whose logarithm is
  $-\infty$;
- far to the right it is small and not zero: $\log\sigma(40) = -4.25\cdot 10^{-18}$, and all its digits count. Only below the
  smallest normal number, some $10^{-308}$ in float64, digits no longer matter, and zero is right, too;
- at $-\infty$ it is $-\infty$, at $+\infty$ it is 0; NaN does not occur.

An overflow on the way is allowed where the result is right. The result has the dtype of `x`: float32 in, float32 out. Return a
new array; do not change the input.

Source: Mächler 2012, *Accurately computing log(1 - exp(-|a|))*; Goodfellow, Bengio and Courville 2016, *Deep
Learning*, sections 3.10 and 6.2.2.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.functional.logsigmoid, torch.nn.LogSigmoid, torch.nn.functional.softplus,
# torch.nn.Softplus, torch.logaddexp, scipy.special.log_expit, by whatever name.
def log_sigmoid(x: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
    """Compute the logarithm of the sigmoid of every element of `x`.

    Parameters
    ----------
    x : real numbers, in an array of any shape; plus and minus infinity are allowed, NaN does not occur.

    Returns
    -------
    The logarithms, none of them positive, in the shape and dtype of `x`.

    Examples
    --------
    >>> log_sigmoid(np.array([[-2.0, 0.0, 1.0], [3.0, -0.5, -1000.0]]))
    array([[-2.12692801e+00, -6.93147181e-01, -3.13261688e-01],
           [-4.85873516e-02, -9.74076984e-01, -1.00000000e+03]])
    >>> log_sigmoid(np.array([30.0, 1000.0]))
    array([-9.35762297e-14,  0.00000000e+00])
    """
    raise NotImplementedError("write log_sigmoid here")

r"""Is this gradient right?  Compare it with the measured one so that a single wrong entry among a million cannot hide.

Given a gradient $a$ from a backward pass, `analytic`, and the same gradient $n$ by finite differences, `numeric`, the relative
error is that of the **worst** entry:

$$\text{error} = \max_i \frac{|a_i - n_i|}{\max\left(10^{-8},\; |a_i| + |n_i|\right)}$$

Relative, because a difference of $10^{-4}$ is nothing beside gradients of 100, and everything beside gradients of $10^{-4}$.
With the sum of both sizes below the line the error of an entry lies between 0 and 1: it is 1 where the signs differ, or where
one of the two is zero. The floor of $10^{-8}$ is there for entries at which both are zero, or too small to measure: two zeros
agree.

The gradient is right, `ok`, where the error is at most `tol`, a value equal to `tol` included. A NaN in either array, or an
infinite entry, is never right: the error is NaN then, and `ok` is false. Both arrays have the same shape, with any number of
axes and at least one entry, and the same dtype. They are not changed. The results are plain numbers: a truth value and a
float, Python's, NumPy's or without axes.

Source: Karpathy, *CS231n: Convolutional Neural Networks for Visual Recognition*, notes on gradient checks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.autograd.gradcheck, torch.testing.assert_close, numpy.testing, by whatever name.
def grad_check(
    analytic: Float[Array, "*shape"],
    numeric: Float[Array, "*shape"],
    tol: float = 1e-6,
) -> tuple[bool, float]:
    """Compare two gradients by the relative error of the worst entry.

    Parameters
    ----------
    analytic : the gradient that is to be checked.
    numeric : the same gradient by finite differences.
    tol : the largest relative error that passes, at least 0.

    Returns
    -------
    Whether the gradient is right, and the largest relative error of an entry.

    Raises
    ------
    ValueError
        If the shapes differ. The message names the argument: numeric.

    Examples
    --------
    >>> ok, error = grad_check(np.array([20.0, -0.5, 0.0]), np.array([20.5, -0.3, 0.0]))
    >>> bool(ok)
    False
    >>> round(float(error), 6)
    0.25
    >>> bool(grad_check(np.array([4000.0, -7.0]), np.array([4000.001, -7.0]))[0])
    True
    """
    raise NotImplementedError("write grad_check here")

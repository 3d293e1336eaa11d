r"""The largest learning rate with which gradient descent does not blow up: it is set by the direction of strongest curvature.

Near a minimum a smooth loss is a bowl, $L(w) = \tfrac12\,(w - w^*)^\top H\,(w - w^*)$, with the matrix $H$ of its second
derivatives, called `hessian`: symmetric and without negative eigenvalues. A step with the learning rate $\eta$ multiplies the
distance from the minimum by a matrix:

$$w - w^* \;\leftarrow\; (I - \eta H)\,(w - w^*)$$

Along an eigenvector of $H$ with eigenvalue $\lambda$ that is the factor $1 - \eta\lambda$. It is between 0 and 1 for small
steps, negative for larger ones, when the iterates jump to the other side of the valley, and below $-1$ when each jump leads
further away. The critical learning rate is where that begins along the *first* direction:

$$\eta_c = \sup\,\{\, \eta > 0 \;:\; |1 - \eta\lambda| \le 1 \text{ for all eigenvalues } \lambda \text{ of } H \,\}$$

Nothing else makes gradient descent on a bowl diverge: neither messy data nor an unlucky start. Below $\eta_c$ the flat
directions are the problem, since they are slow: with $\lambda$ a thousand times smaller than the largest, a step shrinks the
distance by a fraction of a percent.

A loss that is flat in some directions only has a critical learning rate like any other. On one that is flat everywhere, with a
$H$ of zeros, no step is too large: the result is infinity then, without an error. The result is one floating-point number,
Python's or your library's. Routines for eigenvalues are allowed.

Source: Nesterov 2004, *Introductory Lectures on Convex Optimization*, section 1.2.3; LeCun, Bottou, Orr and Müller 1998,
*Efficient BackProp*, section 5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


def critical_learning_rate(hessian: Float[Array, "d d"]) -> Float[Array, ""]:
    """Find the learning rate above which gradient descent on a quadratic loss diverges.

    Parameters
    ----------
    hessian : second derivatives of the loss, symmetric, with no negative eigenvalue.

    Returns
    -------
    The critical learning rate, a number above 0; infinity where `hessian` is zero.

    Raises
    ------
    ValueError
        If `hessian` is not symmetric, beyond the rounding of its last digits, whatever its size. The message
        names it: hessian.

    Examples
    --------
    >>> float(critical_learning_rate(np.diag([1.0, 10.0, 4.0])))
    0.2
    >>> hessian = np.array([[5.0, 0.0, 2.0], [0.0, 1.0, 0.0], [2.0, 0.0, 2.0]])
    >>> round(float(critical_learning_rate(hessian)), 6)
    0.333333
    """
    raise NotImplementedError("write critical_learning_rate here")

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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Critical learning rate",
    difficulty=1,
    points=5,
    needs=("gradient_descent/gd_step",),
    questions=("What happens if the learning rate is too low or too high?",),
    hints=(
        "Begin with a single weight and the loss that is half of lambda times its square. The gradient is lambda times the "
        "weight. Write down what one step does to the weight, with numbers: lambda 10 and learning rates 0.05, 0.1, 0.15, 0.2 "
        "and 0.25. You will see it creep, arrive, jump, jump forever between two places, and fly away.",
        "With several weights, turn the axes of the bowl until they are the eigenvectors of the matrix. Then every direction is "
        "a problem of its own, with its own eigenvalue and its own limit. One learning rate has to serve them all, so it is the "
        "smallest of these limits that counts. Which eigenvalue does it belong to? The trace and the diagonal do not know it.",
        "NumPy and PyTorch have a routine for eigenvalues of symmetric matrices, which returns them in ascending order and "
        "looks at one half of the matrix only. That is why the matrix has to be checked first: compare it with its transpose. "
        "For a matrix of zeros, a plain Python number raises an error when you divide by it, arrays and tensors give infinity.",
    ),
    skip={"gradients_flow": "A Hessian stays symmetric: a derivative by one of its entries alone means nothing."},
)


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
    # equivalent: hessian - hessian.T => hessian.T - hessian, because each difference stands there with both signs.
    # equivalent: 1e-5 => 2e-05, because where rounding ends is left open.
    # equivalent: 1e-5 => 5e-06, because where rounding ends is left open.
    if (hessian - hessian.T).max() > 1e-5 * hessian.max():
        raise ValueError("hessian must be symmetric")
    largest = np.linalg.eigvalsh(hessian).max()
    # equivalent: 2 / largest if largest else np.inf => (2 / largest), because NumPy divides by zero with no more than a warning.
    return 2 / largest if largest else np.inf

r"""One knob leads from underfitting to overfitting, the degree of a polynomial; another one tames it, the ridge penalty.

The model is a polynomial $q_c(x) = c_0 + c_1 x + c_2 x^2 + \dots + c_d x^d$ of degree $d$, and the data are $n$ points
$(x_i, y_i)$. Find the coefficients that make the squared error plus a penalty as small as possible:

$$c = \arg\min_c\; \sum_{i=1}^n \big(y_i - q_c(x_i)\big)^2 + \lambda \sum_{k=1}^d c_k^2$$

The error is **summed** over the points and not averaged, and there are no factors of one half. The penalty begins at
$k = 1$: the **intercept** $c_0$ is free. It says where the data lie and not how much the curve bends, and a constant
added to all $y$ should be added to the curve and change nothing else. So for $\lambda \to \infty$ the curve becomes the mean of
$y$, and for $d = 0$ it is the mean for every $\lambda$.

With $\lambda = 0$ these are ordinary least squares; the points are then such that there is one solution, that is, more different
$x$ than $d$. With $d = n - 1$ the curve passes through every point, noise included.

**Keep your digits.** The columns $x^k$ look more and more alike as $k$ grows. The normal equations
$(V^\top V + \dots)\,c = V^\top y$ square the condition number, and half of the digits are gone before they are solved. For
degree 11 and points in $[-1, 1]$ a method that works on $V$ itself keeps ten digits of the coefficients; yours has to as
well.

Both arrays have the same dtype, and so has the result. The lowest power comes **first**.

Source: Hoerl and Kennard 1970, *Ridge regression*; Hastie, Tibshirani and Friedman 2009, *The elements of statistical
learning*, section 3.4.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Polynomials with a ridge penalty",
    difficulty=2,
    points=10,
    needs=("regularization/diagnose_fit",),
    questions=(
        "What do overfitting and underfitting mean, and how do you combat them?",
        "What does overfitting mean, and why is it called high variance?",
    ),
    hints=(
        "A polynomial is nonlinear in x, but it is linear in its coefficients. Put the powers of x side by side as columns of a "
        "matrix, one row for each point, and fitting a curve has become linear regression. Libraries have both a function that "
        "makes this matrix and one that solves least squares.",
        "What remains is the penalty. Look at it again: it is a sum of squares, just like the error. Could some points that "
        "nobody has measured produce it? Each squared coefficient would be the squared error of a row that sees this "
        "coefficient alone, and that wishes it were zero. How large is the entry of such a row?",
        "Stack extra rows below the matrix of powers, and as many zeros below y, and let the least-squares solver do the rest. "
        "The entries are square roots of lambda, since they are going to be squared, and the first coefficient gets no row. "
        "Take care of float32: powers with NumPy's whole numbers as exponents, and np.vander, widen it to float64.",
    ),
    skip={"large_values": "Powers of inputs in the ten thousands differ by more than sixteen digits: scale x before you fit."},
)


def ridge_polyfit(x: Float[Array, "n"], y: Float[Array, "n"], degree: int, lam: float = 0.0) -> Float[Array, "degree+1"]:
    """Fit a polynomial by least squares with a ridge penalty on all coefficients but the intercept.

    Parameters
    ----------
    x : where the points lie; there is at least one.
    y : their values.
    degree : degree of the polynomial, at least 0.
    lam : strength of the penalty, at least 0.

    Returns
    -------
    The coefficients, from that of the power 0 to that of the power `degree`.

    Raises
    ------
    ValueError
        If `lam` is below 0. The message names it: lam.

    Examples
    --------
    >>> x, y = np.array([-1.0, 0.0, 1.0]), np.array([0.0, 1.0, 5.0])
    >>> np.round(ridge_polyfit(x, y, 2), 6)
    array([1. , 2.5, 1.5])
    >>> np.round(ridge_polyfit(x, y, 1), 6)
    array([2. , 2.5])
    >>> np.round(ridge_polyfit(x, y, 1, lam=8.0), 6)
    array([2. , 0.5])
    """
    if lam < 0:
        raise ValueError(f"lam must be at least 0, got {lam}")
    powers = np.vander(x, degree + 1, increasing=True).astype(x.dtype)  # np.vander makes float64 of float32
    penalty = lam**0.5 * np.eye(degree + 1, dtype=x.dtype)[1:]
    rows = np.concatenate([powers, penalty])
    return np.linalg.lstsq(rows, np.concatenate([y, np.zeros(degree, dtype=y.dtype)]))[0]

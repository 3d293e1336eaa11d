r"""Choose a hyperparameter by the data that were kept out: the penalty of a ridge regression.

Ridge regression predicts $X w$ and keeps its weights small. How small is a matter of $\lambda$, and $\lambda$ is no weight: if
the training error could choose, it would take $\lambda = 0$, every time, because any penalty makes the fit to the training data
worse. So it is chosen by data that the fit has not seen. For each $\lambda$ of the array `lambdas` the weights are fitted to the
training data alone,

$$w_\lambda = \arg\min_w\; \|X_{\text{train}}\, w - y_{\text{train}}\|^2 + \lambda\, \|w\|^2
= \big(X_{\text{train}}^\top X_{\text{train}} + \lambda I\big)^{-1} X_{\text{train}}^\top\, y_{\text{train}}$$

with a sum, and not a mean, of squares, and without an intercept. They are judged by the mean squared error on the
validation data, without the penalty,

$$e_\lambda = \frac{1}{n_{\text{val}}}\, \|X_{\text{val}}\, w_\lambda - y_{\text{val}}\|^2$$

The $\lambda$ with the smallest $e_\lambda$ wins; if several are equal, the one that stands first. Return the tuple (`lam`,
`weight`, `errors`): the winner, its weights as they were fitted to the training data, and the validation errors of all
lambdas in the given order.

All arrays have the same dtype, and so have the results. The lambdas are 0 or more, in any order; where one is 0, the
training data determine the weights without it.

Source: Hoerl and Kennard 1970, *Ridge regression: biased estimation for nonorthogonal problems*; Hastie, Tibshirani and Friedman
2009, *The elements of statistical learning*, sections 3.4.1 and 7.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Choosing the penalty of a ridge regression",
    difficulty=2,
    points=10,
    needs=("model_selection/grid", "regularization/ridge_polyfit"),
    questions=("What are hyperparameters? Give examples.", "What does it mean to tune hyperparameters?"),
    hints=(
        "There are two kinds of data and two kinds of error, and each has one place. The training data go into the system of "
        "linear equations, together with the penalty. The validation data go into the error that is compared, and nowhere else. "
        "Write the loop over the lambdas around these two lines, and remember weights and error of each turn.",
        "The matrix of the system has as many rows as there are features, not samples: features times features, from the "
        "training inputs with themselves, plus the penalty on the diagonal only. A plain number added to a matrix is added "
        "everywhere. Make this sum anew for every lambda. Solve the system instead of inverting the matrix.",
        "In the end there is a list of weights and a list of errors, in the order of the lambdas. The place of the least error "
        "leads to the winner and to its weights; do not return what the last turn of the loop has left behind. The usual "
        "function for that place gives the first one if there are several.",
    ),
    forbid=("sklearn",),
)


def select_ridge_lambda(
    x_train: Float[Array, "N D"],
    y_train: Float[Array, "N"],
    x_val: Float[Array, "V D"],
    y_val: Float[Array, "V"],
    lambdas: Float[Array, "L"],
) -> tuple[Float[Array, ""], Float[Array, "D"], Float[Array, "L"]]:
    """Fit a ridge regression for each penalty, and choose by the validation error.

    Parameters
    ----------
    x_train : inputs to fit, one row for each sample.
    y_train : targets to fit.
    x_val : inputs to choose by.
    y_val : targets to choose by.
    lambdas : the penalties to try, 0 or more, at least one.

    Returns
    -------
    The best penalty, its weights, and the validation error of every penalty.

    Raises
    ------
    ValueError
        If a penalty is below 0. The message names the argument: lambdas.

    Examples
    --------
    >>> x, y = np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 1.0]]), np.array([4.0, -1.0, -8.0])
    >>> lam, weight, errors = select_ridge_lambda(x, y, x[:2], np.array([1.0, -2.0]), np.array([1.0, 2.0, 14.0]))
    >>> float(lam)
    2.0
    >>> weight
    array([ 1.33333333, -2.25      ])
    >>> errors
    array([1.        , 0.08680556, 1.30209201])
    """
    if (lambdas < 0).any():
        raise ValueError("lambdas must not be negative")
    gram, eye = x_train.T @ x_train, np.eye(x_train.shape[1], dtype=x_train.dtype)
    weights = [np.linalg.solve(gram + lam * eye, x_train.T @ y_train) for lam in lambdas]
    # equivalent: x_val @ w - y_val => y_val - (x_val @ w), because it is squared.
    errors = np.array([np.square(x_val @ w - y_val).mean() for w in weights])
    best = errors.argmin()
    return lambdas[best], weights[best], errors

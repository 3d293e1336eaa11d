r"""Why does dropout regularize? On a linear model the answer is a formula: on average it is a penalty on the weights.

A linear model without bias predicts $x_i \cdot w$, and dropout acts on its **inputs**: each entry of $x$ is multiplied by an
entry of a mask, drawn anew and independently for each sample and each feature,

$$m_{ij} = \begin{cases} 0 & \text{with probability } p \\[2pt] \dfrac{1}{1-p} & \text{with probability } 1-p \end{cases}$$

where $p$ is the probability to drop. The training loss is then a random number. Wanted is its expectation over all masks, with
the squared errors **summed** over the $n$ samples, and without a factor of one half:

$$\bar L = \mathbb E_m \sum_{i=1}^n \Big(y_i - \sum_{j=1}^d m_{ij}\, x_{ij}\, w_j\Big)^2$$

Compute it exactly. There are $2^{nd}$ masks, too many to go through, and sampling some gives only an estimate. But the
prediction of a sample is a sum of independent random numbers. Its mean and its variance are easily written down, and for any
random number $z$

$$\mathbb E\,(y - z)^2 = (y - \mathbb E\, z)^2 + \operatorname{Var} z$$

The first term will be the loss without dropout, the second one a penalty for large weights, a ridge whose strength is different
for each weight. It makes weights smaller and spreads them over features that say the same, but it makes none of them exactly
zero.

At $p = 0$ there is no penalty. As $p$ approaches 1 the penalty grows without bound, and $p = 1$ itself is not allowed. The
result is one floating-point number, Python's or your library's.

Source: Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov 2014, *Dropout: a simple way to prevent neural
networks from overfitting*, section 9.1; Wager, Wang and Liang 2013, *Dropout training as adaptive regularization*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Expected loss under dropout",
    difficulty=2,
    points=10,
    needs=("regularization/dropout_mask",),
    questions=("Why does dropout regularize?", "Why is dropout necessary?"),
    hints=(
        "Take one sample with one feature, so that the prediction is a coin: nothing, or a bit more than usual. Write down both "
        "values with their probabilities, and compute the mean and the variance of the prediction. The mean should be "
        "what the model says without dropout, which is what the scale of the mask is for.",
        "The variance of one entry of the mask is the mean of its square minus the square of its mean, and the mean is 1. It "
        "depends on p only; check that it is zero for p = 0, and 1 for p = one half. A number multiplied by a constant has its "
        "variance multiplied by the square of that constant, and variances of independent numbers add up.",
        "So the variance of a sample's prediction is the variance of a mask entry times a sum of squares, over the features, of "
        "what each contributes to the prediction. Square first, then sum: the other way round would mean that all features of a "
        "sample are dropped together. Add this up over the samples, and add the plain sum of squared errors.",
    ),
)


def expected_dropout_loss(
    x: Float[Array, "n d"],
    y: Float[Array, "n"],
    weight: Float[Array, "d"],
    p: float,
) -> Float[Array, ""]:
    """Compute the expectation of the squared error of a linear model with dropout on its inputs.

    Parameters
    ----------
    x : samples, one in each row.
    y : their labels.
    weight : weights of the model.
    p : probability that an entry of `x` is dropped, at least 0 and below 1.

    Returns
    -------
    The expected sum of squared errors over all masks, a number.

    Raises
    ------
    ValueError
        If `p` is below 0, or 1 or more. The message names it: p.

    Examples
    --------
    >>> x, y = np.array([[1.0, 2.0], [3.0, -1.0], [0.0, 2.0]]), np.array([4.0, 2.0, 1.0])
    >>> float(expected_dropout_loss(x, y, np.array([2.0, 1.0]), 0.0))
    10.0
    >>> float(expected_dropout_loss(x, y, np.array([2.0, 1.0]), 0.5))
    59.0
    """
    if not 0 <= p < 1:
        raise ValueError(f"p must be at least 0 and below 1, got {p}")
    parts = x * weight  # what each feature contributes to the prediction
    # equivalent: y - parts.sum(axis=1) => parts.sum(axis=1) - y, because the error is squared.
    error = y - parts.sum(axis=1)
    return (error**2).sum() + p / (1 - p) * (parts**2).sum()

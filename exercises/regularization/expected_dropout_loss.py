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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


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
    raise NotImplementedError("write expected_dropout_loss here")

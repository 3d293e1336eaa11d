r"""A linear probe: keep a pre-trained network as it is, and fit only a linear layer on what it sees.

A network that was trained on a large task has turned $N$ images of a small one into `features` $f_n$, vectors of length $D$. It
stays frozen, so all that is left to learn is a matrix $W$ and a bias $b$. For targets $y_n$ with $K$ numbers each (a
one-hot class, for instance) that is ridge regression, and has one best answer:

$$\min_{W,\,b}\ \sum_{n=1}^{N} \lVert W f_n + b - y_n \rVert^2 + \lambda \lVert W \rVert^2$$

The errors are **summed** over the examples, and $\lambda$, called `lam`, multiplies the sum of all squared weights. The bias is
**not** penalised: it is there to carry the mean. For this reason centring solves the problem: with the means $\bar f$ and
$\bar y$ over the examples and $\tilde f_n = f_n - \bar f$,

$$\Big(\sum_n \tilde f_n \tilde f_n^\top + \lambda I\Big)\, W^\top = \sum_n \tilde f_n y_n^\top, \qquad
b = \bar y - W \bar f$$

Return the pair (`weight`, `bias`) of shapes $(K, D)$ and $(K)$, the layout of `torch.nn.Linear`, in the dtype of `features` and
`target`, which is the same. There is at least one example; features are used as they come, without scaling. Since $\lambda > 0$,
the solution is unique even with fewer examples than features. No input changes.

Source: Hoerl and Kennard 1970, *Ridge regression*; Yosinski and others 2014, *How transferable are features in deep neural
networks?*; Kornblith, Shlens and Le 2019, *Do better ImageNet models transfer better?*, section 3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Linear probe on frozen features",
    difficulty=1,
    points=5,
    questions=(
        "Where is transfer learning useful?",
        "What are applications and real-life examples of transfer learning?",
        "Feature extraction or fine-tuning: which do you choose?",
    ),
    hints=(
        "The network in front is frozen, so it has become a fixed table of numbers and plays no part any more. What is left is a "
        "regression with a penalty. You need neither a learning rate nor a loop over steps: setting the derivative to zero gives "
        "a system of linear equations, and libraries solve those.",
        "First get rid of the bias. Whatever the weights are, the best bias makes the average error zero, so subtract the mean "
        "over the examples from the features, and fit without a bias. If you append a column of ones "
        "instead, take care that the penalty leaves it alone.",
        "With one centred example in each row, the matrix on the left is the transposed features times the features, D by D, and "
        "gets lam on its diagonal. The right side is the transposed features times the targets, D by K. The solution has the "
        "features along its first axis; a linear layer has the outputs there. The bias comes last, from the two means.",
    ),
    forbid=("sklearn",),
    skip={"large_values": "Beside huge features the penalty vanishes, and what it decides is lost in rounding."},
)


def linear_probe(
    features: Float[Array, "N D"], target: Float[Array, "N K"], lam: float
) -> tuple[Float[Array, "K D"], Float[Array, "K"]]:
    """Fit a linear layer to frozen features by ridge regression.

    Parameters
    ----------
    features : what the frozen network computes, one example in each row.
    target : what the layer should answer, one example in each row.
    lam : weight of the penalty, above 0.

    Returns
    -------
    The weight and the bias of the linear layer.

    Raises
    ------
    ValueError
        If `lam` is not above 0. The message names it: lam.

    Examples
    --------
    >>> features = np.array([[1.0, 2.0], [3.0, 2.0], [2.0, 5.0]])
    >>> weight, bias = linear_probe(features, np.array([[10.0], [22.0], [4.0]]), lam=4.0)
    >>> weight
    array([[ 2. , -2.4]])
    >>> bias
    array([15.2])
    """
    if lam <= 0:
        raise ValueError(f"lam must be above 0, got {lam}")
    f = features - features.mean(0)
    # The targets need no centring: the rows of f add up to zero, so a constant in the targets drops out.
    weight = np.linalg.solve(f.T @ f + lam * np.eye(f.shape[1], dtype=f.dtype), f.T @ target).T
    return weight, target.mean(0) - weight @ features.mean(0)

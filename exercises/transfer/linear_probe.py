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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without sklearn, by whatever name.
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
    raise NotImplementedError("write linear_probe here")

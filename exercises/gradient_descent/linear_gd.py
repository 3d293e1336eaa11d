r"""Batch, mini-batch and stochastic gradient descent are one algorithm: only the number of samples per update differs.

A linear model $\hat y_i = x_i \cdot w$ without bias is fitted to $n$ samples. The loss on a batch $B$ of samples is the **mean**
of the squared errors, without a factor of one half, and each update is a step down its gradient:

$$L_B(w) = \frac{1}{|B|} \sum_{i \in B} (x_i \cdot w - y_i)^2, \qquad w \leftarrow w - \eta\, \nabla L_B(w)$$

with the learning rate $\eta$, called `lr`. Each update starts from the weights that the one before has left behind.

Every row of `orders` is one epoch: a permutation of the samples, which is cut into neighbouring batches of `batch_size`. What is
left over at the end of an epoch is a smaller batch. It makes an update of its own, with the mean over its own samples, and is
never joined with samples of the next epoch.

* `batch_size` at least $n$: **batch** gradient descent, one update in an epoch. The order is of no importance.
* `batch_size` of 1: **stochastic** gradient descent, $n$ noisy updates in an epoch, each from a single sample.
* in between: **mini-batch** gradient descent, which is what everybody uses and calls SGD.

Return the weights after the last update, as a new array in their dtype, and the number of updates, a whole number. With no rows
in `orders` there is no update, and the weights come back as a copy.

Source: Bottou, Curtis and Nocedal 2018, *Optimization methods for large-scale machine learning*, section 3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array


# To be written without torch.optim, by whatever name.
def linear_gd(
    x: Float[Array, "n d"],
    y: Float[Array, "n"],
    weight: Float[Array, "d"],
    lr: float,
    batch_size: int,
    orders: Int[Array, "epochs n"],
) -> tuple[Float[Array, "d"], int]:
    """Fit a linear model by gradient descent with batches of a given size.

    Parameters
    ----------
    x : samples, one in each row; at least one.
    y : their labels.
    weight : the weights to start from.
    lr : learning rate, at least 0.
    batch_size : samples in a batch, at least 1; it may be larger than n.
    orders : the order of the samples in each epoch; every row holds all numbers from 0 to n - 1.

    Returns
    -------
    The weights after the last update, and the number of updates.

    Raises
    ------
    ValueError
        If `batch_size` is below 1. The message names it: batch_size.

    Examples
    --------
    >>> x, y = np.array([[1.0, 0.0], [2.0, 1.0], [0.0, 2.0]]), np.array([3.0, 2.0, 1.0])
    >>> linear_gd(x, y, np.array([0.0, 0.0]), 0.25, 1, np.array([[0, 1, 2]]))
    (array([0.5, 1.5]), 3)
    """
    raise NotImplementedError("write linear_gd here")

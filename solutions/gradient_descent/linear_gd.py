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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array

ABOUT = About(
    title="Batch, mini-batch and stochastic gradient descent",
    difficulty=1,
    points=5,
    needs=("gradient_descent/gd_step", "gradient_descent/minibatches"),
    questions=(
        "What is the difference between batch, stochastic and mini-batch gradient descent?",
        "Must the data be shuffled for full-batch gradient descent?",
        "Why shuffle the data for mini-batch gradient descent?",
        "What is the difference between an epoch, a batch and an iteration?",
    ),
    hints=(
        "Forget the three names, there is one loop within another: for each epoch, for each batch of that epoch, do one update. "
        "The names only say how long the inner loop is. So write the update for some samples first, whichever they are, then "
        "the loops around it. And count updates where they happen, which saves you all arithmetic.",
        "Differentiate the mean of squared errors on paper. The square brings a factor of two, the mean divides by the number of "
        "samples in this very batch, and the inner derivative is the sample itself. In matrices: predictions minus labels is a "
        "vector over the batch, and the transposed samples times this vector sum over the batch, one entry per weight.",
        "A row of orders holds indices. Cut a piece from it and index both samples and labels with that piece, so that they "
        "stay together. Compute the predictions from the current weights, not from those at the beginning of the epoch. "
        "Divide by the length of the piece, which is smaller at the end, and let the subtraction make a new array of weights.",
    ),
    forbid=("torch.optim",),
    deadline=20.0,  # PyTorch needs seconds for the first call of torch.func.grad
)


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
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    updates = 0
    weight = weight.copy()
    for order in orders:
        for start in range(0, len(order), batch_size):
            batch = order[start : start + batch_size]
            error = x[batch] @ weight - y[batch]
            weight = weight - lr * 2 / len(batch) * (error @ x[batch])
            updates += 1
    return weight, updates


def show(function):
    """Learning curves of one problem with three sizes of batch: lines are the reference's, dots yours."""
    import matplotlib.pyplot as plt
    import numpy as np

    rng = np.random.default_rng(3)
    x = rng.normal(size=(60, 3))
    y = x @ np.array([2.0, -1.0, 0.5]) + 0.5 * rng.normal(size=60)
    orders = np.array([rng.permutation(60) for _ in range(12)])
    figure, ax = plt.subplots(figsize=(7, 4.5), layout="constrained")
    for batch_size, colour in ((1, "tab:red"), (10, "tab:green"), (60, "tab:blue")):
        for compute, style in ((linear_gd, "-"), (function, "o")):
            weight, losses = np.zeros(3), [float(np.mean(y**2))]
            for order in orders:
                weight, updates = compute(x, y, weight, 0.04, batch_size, order[None])
                losses.append(float(np.mean((x @ weight - y) ** 2)))
            label = f"batches of {batch_size}: {updates} updates an epoch" if style == "o" else None
            ax.plot(losses, style, color=colour, label=label)
    ax.set(xlabel="epoch", ylabel="mean squared error", yscale="log", title="dots: yours    lines: reference")
    ax.legend()
    return figure

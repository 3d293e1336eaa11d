r"""Shuffle a data set without tearing it apart: every sample keeps its label.

The samples $x_0, \dots, x_{n-1}$ and their labels $y_0, \dots, y_{n-1}$ lie in two arrays, along the first axis of each. Both are
put into the order of one permutation $\pi$, called `perm`, of the numbers $0, \dots, n-1$:

$$x'_i = x_{\pi_i}, \qquad y'_i = y_{\pi_i}$$

So `perm[0]` says which sample comes **first**, and not where sample 0 goes. The two readings differ: each undoes the other.
Only the first axis is shuffled. What belongs to one sample, its features or the rows of its image, stays as it is.

Why shuffle at all? Files are often sorted, by class for instance. Mini-batches cut from them hold one class each; their gradients
all point one way for a while, and the weights follow the class that was seen last. A gradient over the *whole* data set, on the
other hand, is a sum, and does not depend on the order except for the rounding of its last digits.

Both results are new arrays with the shapes and dtypes of `x` and `y`, which may differ from each other: whole numbers stay whole
numbers. Neither argument is changed, and the results share no memory with them, also if `perm` leaves everything in its place. An
empty data set is fine.

Source: Bottou 2012, *Stochastic gradient descent tricks*, section 3; Goodfellow, Bengio and Courville 2016, *Deep Learning*,
section 8.1.3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Int, Num
    from numpy import ndarray as Array

ABOUT = About(
    title="Shuffle samples and labels together",
    difficulty=1,
    points=5,
    questions=(
        "Must the data be shuffled for full-batch gradient descent?",
        "Why shuffle the data for mini-batch gradient descent?",
    ),
    hints=(
        "Think of index cards in two boxes, pictures in one, names in the other. Shuffling both boxes, each for itself, is the "
        "mistake of all mistakes here: no error is raised, the loss still goes down a little, and the network learns nothing. "
        "One list of numbers has to decide about both boxes. What does its first entry tell you to take out first?",
        "An array can be indexed by an array of whole numbers, which picks entries along the first axis and leaves the other "
        "axes alone. The result of such indexing is always a copy, unlike that of a slice. If you write to positions instead of "
        "reading from them, you get the inverse permutation, which is another order unless the permutation undoes itself.",
        "Look at the arguments first. Labels and samples must be equally many. For the permutation, sort a copy and compare "
        "it with counting from zero up to the number of samples. Then index both arrays with it, and "
        "return the pair in the order in which it came. Do not join the arrays for this: their dtypes may differ.",
    ),
    forbid=("sklearn",),
)


def shuffle_together(
    x: Num[Array, "n *features"],
    y: Num[Array, "n *label"],
    perm: Int[Array, "n"],
) -> tuple[Num[Array, "n *features"], Num[Array, "n *label"]]:
    """Put samples and labels into the order of one permutation.

    Parameters
    ----------
    x : samples, along the first axis; each may have any shape and dtype.
    y : labels, along the first axis, as many as samples; each may have any shape and dtype.
    perm : which sample comes first, second and so on: every number from 0 to n - 1 once.

    Returns
    -------
    The samples and the labels in their new order, two new arrays.

    Raises
    ------
    ValueError
        If `y` has not as many entries along its first axis as `x`, or `perm` is no permutation of the numbers from 0 to n - 1.
        The message names the argument: y, perm.

    Examples
    --------
    >>> x = np.array([[0.5, 0.1], [1.5, 1.1], [2.5, 2.1]])
    >>> y = np.array([0, 10, 20])
    >>> shuffle_together(x, y, np.array([1, 2, 0]))
    (array([[1.5, 1.1],
           [2.5, 2.1],
           [0.5, 0.1]]), array([10, 20,  0]))
    """
    if len(y) != len(x):
        raise ValueError(f"y has {len(y)} labels for {len(x)} samples")
    if sorted(perm) != list(range(len(x))):
        raise ValueError(f"perm must contain every number from 0 to {len(x) - 1} once")
    return x[perm], y[perm]

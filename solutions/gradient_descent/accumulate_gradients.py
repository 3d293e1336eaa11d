r"""Gradient accumulation: a large batch on a small machine, in pieces that fit into its memory, and with the same gradient.

A batch of $n$ samples is cut into micro-batches of $m$ samples (`micro_batch_size`), in the order in which they lie. They are
processed one after another, and the weights stay put meanwhile. If $m$ does not divide $n$, the last micro-batch is smaller;
it counts, and none is ever empty.

`grad_fn` gives the gradient of the **mean** loss over whatever samples it is handed:

$$g(B) = \frac{1}{|B|} \sum_{i \in B} \nabla_\theta\, \ell(x_i, y_i)$$

Wanted is the gradient of the mean loss over all $n$ samples, so micro-batch $B_k$ counts as much as it has samples:

$$g = \sum_k \frac{|B_k|}{n}\; g(B_k)$$

For a loss that is a sum over samples, this *is* the gradient of the large batch, up to rounding, for each $m$. It is not for
networks with batch normalization, where the samples of a micro-batch influence each other. `grad_fn` may be of that kind too: the
second formula is what counts then.

Call `grad_fn(x_batch, y_batch)` with slices along the first axis of `x` and `y`, at most $m$ samples at a time: more do not
fit. It changes nothing, remembers nothing, and returns a new array in the shape of the weights and the dtype of `x`. So does your
function.

Source: Ott, Edunov, Grangier and Auli 2018, *Scaling neural machine translation*, section 3.3; in PyTorch it is calling
`loss.backward()` several times before `optimizer.step()`, with the losses scaled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from grader.authoring import About

if TYPE_CHECKING:
    from collections.abc import Callable

    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Gradient accumulation",
    difficulty=1,
    points=5,
    needs=("gradient_descent/minibatches",),
    questions=("What are the benefits of mini-batch gradient descent?",),
    hints=(
        "Three pupils of one class have an average mark of 2, a single one of another class has 5. What is the average of all "
        "four? Not 3.5. The same goes for gradients that are averages over groups of different size: before you may add them "
        "up, each has to be turned into something that adds up.",
        "An average times the number of things it was taken over is their sum. So let each micro-batch contribute its "
        "gradient times the number of its own samples, not of a full micro-batch, and divide by the number of "
        "all samples once, at the end or in each summand. With micro-batches of equal size the simple mean would do, which is "
        "why the mistake often goes unnoticed.",
        "Walk over the places where the micro-batches begin, with a range whose step is the size of a micro-batch. Cut both "
        "arrays there; a slice beyond the end just gets shorter, and its length is the weight you need. Start the sum from "
        "nothing in each call of your function. Check first that a micro-batch holds at least one sample.",
    ),
    skip={"gradients_flow": "grad_fn works outside of autograd: its values come without a graph."},
)


def accumulate_gradients(
    grad_fn: Callable[[Float[Array, "batch *features"], Float[Array, "batch *label"]], Float[Array, "*weights"]],
    x: Float[Array, "n *features"],
    y: Float[Array, "n *label"],
    micro_batch_size: int,
) -> Float[Array, "*weights"]:
    """Compute the gradient of a large batch from those of its micro-batches.

    Parameters
    ----------
    grad_fn : takes at most `micro_batch_size` samples, and their labels, and returns the gradient of their mean loss.
    x : all samples, at least one, along the first axis.
    y : their labels, along the first axis.
    micro_batch_size : how many samples fit into memory, at least 1; it may be larger than n.

    Returns
    -------
    The gradient of the mean loss over all samples, in the shape and dtype of what `grad_fn` returns.

    Raises
    ------
    ValueError
        If `micro_batch_size` is below 1. The message names it: micro_batch_size.

    Examples
    --------
    >>> def grad_fn(x_batch, y_batch):
    ...     return (x_batch * y_batch[:, None]).mean(axis=0)
    >>> x = np.array([[1.0, -1.0], [2.0, 0.0], [6.0, 3.0], [0.0, 1.0], [4.0, -2.0]])
    >>> accumulate_gradients(grad_fn, x, np.array([1.0, 4.0, 2.0, 3.0, 0.5]), 2)
    array([4.6, 1.4])
    """
    if micro_batch_size < 1:
        raise ValueError(f"micro_batch_size must be at least 1, got {micro_batch_size}")
    total = 0.0
    for start in range(0, len(x), micro_batch_size):
        some = slice(start, start + micro_batch_size)
        total = total + len(x[some]) / len(x) * grad_fn(x[some], y[some])
    return total

r"""Cross-entropy behind a softmax, from raw scores: the loss of nearly every classifier and language model.

Row $i$ of `input` holds the scores $x_{i1}, \dots, x_{iC}$ of $C$ classes that exclude each other, and `target[i]` is the index
$c_i$ of the right one, from 0 to $C - 1$. With $p_i = \mathrm{softmax}(x_i)$, along the row, and a distribution $q_i$ to aim at:

$$L = -\frac1N \sum_{i=1}^{N} \sum_{k=1}^{C} q_{ik} \log p_{ik}, \qquad
\frac{\partial L}{\partial x_{ik}} = \frac1N\,(p_{ik} - q_{ik})$$

The mean is over the $N$ examples and not over $N C$ entries, and $\log$ is the natural logarithm. Without smoothing $q_i$ is 1 at
$c_i$ and 0 elsewhere, so that only the logarithm of the right class is left. With **label smoothing** $\epsilon$ it is, as in
PyTorch,

$$q_{ik} = (1 - \epsilon)\,[k = c_i] + \frac{\epsilon}{C}$$

so every class gets the share $\epsilon / C$, the right one included; some older code spreads $\epsilon$ over the $C - 1$ wrong
classes, which is another loss. At $\epsilon = 1$ the labels no longer matter.

Scores are finite, and may be as large as $10^4$ and more: work with logarithms of probabilities from the start, never with the
logarithm of a probability. With three equal scores the loss is $\log 3$, whatever their size.

`input` has at least one row and one column. An index outside of 0 to $C - 1$ is an error, also a negative one, which NumPy would
count from the end. The results have the dtype of `input`. Do not change the inputs.

Source: Szegedy, Vanhoucke, Ioffe, Shlens and Wojna 2016, *Rethinking the Inception architecture for computer vision*, section 7.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array

ABOUT = About(
    title="Softmax cross-entropy with label smoothing",
    difficulty=2,
    points=10,
    needs=("activations/softmax", "activations/log_softmax"),
    questions=(
        "What is a cost function? Give its formula.",
        "Which loss belongs to regression, and which to classification?",
        "Why do losses take logits and not probabilities?",
        "What is label smoothing?",
    ),
    hints=(
        "Do without smoothing first. A row costs the negative logarithm of the probability of its right class. So compute the "
        "logarithm of softmax for each row, in the stable way: scores minus the largest of the row, minus the logarithm of the "
        "sum of exponentials. Then pick one entry from each row, with row numbers and labels as a pair of indices.",
        "For the gradient, and for smoothing, it pays to write down the whole table of targets, one row for each example. Start "
        "with the share that every class gets, and add what is left to the right class of each row. Check on paper that each "
        "row adds up to one. The loss is then a sum of products over the table, divided by the number of rows.",
        "Once the table of targets is there, the gradient is the table of probabilities minus the table of targets, divided by "
        "the number of rows. The probabilities are the exponentials of what you already have. Look at the sums of its rows: they "
        "are zero. Before all this, check that the smoothing is from 0 to 1 and that each label exists, negative ones included.",
    ),
    forbid=(
        "autograd",
        "torch.nn.functional.cross_entropy",
        "torch.nn.functional.nll_loss",
        "torch.nn.CrossEntropyLoss",
        "torch.nn.NLLLoss",
    ),
    skip={"gradients_flow": "It computes gradients itself, and may well do so without autograd."},
)


def softmax_cross_entropy(
    input: Float[Array, "N C"],
    target: Int[Array, " N"],
    label_smoothing: float = 0.0,
) -> tuple[float, Float[Array, "N C"]]:
    """Compute the mean cross-entropy of raw scores with class labels, and its gradient.

    Parameters
    ----------
    input : raw scores (logits), finite, one row for each example and one column for each class.
    target : the index of the right class of each example, from 0 to C - 1.
    label_smoothing : share of the target that is spread evenly over all classes, from 0 to 1, both included.

    Returns
    -------
    The loss, a single number, and its gradient by `input`, a new array of the shape and dtype of `input`.

    Raises
    ------
    ValueError
        If an index is below 0 or not below C, or `label_smoothing` is not from 0 to 1. The message names the argument:
        target, label_smoothing.

    Examples
    --------
    >>> scores = np.array([[2.0, -1.0, 0.5, 0.0], [1000.0, 0.0, 998.0, 0.0]])
    >>> loss, grad = softmax_cross_entropy(scores, np.array([2, 0]))
    >>> np.round(loss, 6)
    np.float64(0.984639)
    >>> np.round(grad, 4)
    array([[ 0.355 ,  0.0177, -0.4208,  0.0481],
           [-0.0596,  0.    ,  0.0596,  0.    ]])
    >>> loss, grad = softmax_cross_entropy(scores[:1], np.array([2]), label_smoothing=0.2)
    >>> np.round(loss, 6)
    np.float64(1.86735)
    """
    rows, classes = input.shape
    if not 0 <= label_smoothing <= 1:
        raise ValueError(f"label_smoothing must lie between 0 and 1, got {label_smoothing}")
    if np.any((target < 0) | (target >= classes)):
        raise ValueError(f"target must hold indices from 0 to {classes - 1}, got {target}")

    shifted = input - input.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    q = np.full_like(input, label_smoothing / classes)
    q[np.arange(rows), target] += 1 - label_smoothing
    return -(q * log_p).sum() / rows, (np.exp(log_p) - q) / rows

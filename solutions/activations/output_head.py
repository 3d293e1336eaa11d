r"""The last activation of a network turns raw scores into the kind of number that the task asks for.

The last linear layer hands over scores $x$ of the shape (samples, units). What becomes of them depends on the task:

| `task` | the answer is | activation |
|---|---|---|
| `"binary"` | the probability of a yes, in one unit | $\sigma(x) = 1 / (1 + e^{-x})$ |
| `"multilabel"` | one probability for each label; a photo may show a dog **and** a beach | $\sigma(x)$, each unit for itself |
| `"multiclass"` | one distribution over classes that **exclude** each other | softmax over the units of a sample |
| `"regression"` | any real number | none: $x$ itself |
| `"count"` | an expected number of events, above 0 | softplus, $\ln(1 + e^{x})$ |

$$\mathrm{softmax}(x)_{nk} = \frac{e^{x_{nk}}}{\sum_j e^{x_{nj}}}$$

The scores are finite, but may be as large as 1000 on either side: nothing overflows, softplus(1000) is 1000, and each sample's
softmax is right beside any other. Small results keep their digits, where sigmoid, softmax and softplus alike are almost zero:
$\sigma(-40)$ and softplus($-40$) are both $4.2 \cdot 10^{-18}$, and not 0.

The result has the shape and the dtype of `x`: float32 in, float32 out. It is a new array, also for a regression; do not change
the input.

Source: Goodfellow, Bengio and Courville 2016, *Deep learning*, section 6.2.2; softplus: Dugas and others 2001, *Incorporating
second-order functional knowledge for better option pricing*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="The output layer that fits the task",
    difficulty=2,
    points=10,
    needs=("activations/sigmoid", "activations/softmax"),
    questions=(
        "In which layer does softmax belong?",
        "Which activation does the output layer get for which task?",
        "What is the softmax function, and what are its outputs?",
    ),
    hints=(
        "Ask of each task which numbers would be impossible answers: a probability above 1, a count of minus 3, a house price "
        "squeezed between 0 and 1. Then ask whether the units of one sample compete with each other. They do only where exactly "
        "one class is right, so only there may the result of one unit depend on the others.",
        "Softmax needs the largest score of each sample, not of the whole batch, subtracted before the exponential. The sigmoid "
        "and softplus must take exponentials of numbers that are not positive only. For softplus, pull the positive part of x "
        "out of the logarithm: what is left inside is one plus the exponential of minus the absolute value.",
        "The logarithm of one plus something tiny is lost if you add the 1 first; there is a function for exactly this. For the "
        "sigmoid keep one denominator for both signs and choose the numerator. A regression returns a copy. Raise the error for "
        "a word you do not know at the end of the chain of cases, so that none of the five falls through.",
    ),
    forbid=(
        "torch.sigmoid",
        "torch.softmax",
        "torch.nn.functional.softmax",
        "torch.nn.functional.softplus",
        "torch.nn.functional.logsigmoid",
        "scipy.special.softmax",
    ),
)


def output_head(x: Float[Array, "N K"], task: str) -> Float[Array, "N K"]:
    """Apply the output activation of `task` to the scores of a batch.

    Parameters
    ----------
    x : finite scores, one row for each sample and one column for each output unit.
    task : "binary", "multilabel", "multiclass", "regression" or "count".

    Returns
    -------
    The outputs of the network, in the shape and dtype of `x`.

    Raises
    ------
    ValueError
        If `task` is none of the five. The message names it: task.

    Examples
    --------
    >>> scores = np.array([[2.0, -1.0, 0.5], [0.0, 3.0, -2.0]])
    >>> output_head(scores, "multiclass")
    array([[0.78559703, 0.03911257, 0.17529039],
           [0.04712342, 0.94649912, 0.00637746]])
    >>> output_head(scores, "multilabel")
    array([[0.88079708, 0.26894142, 0.62245933],
           [0.5       , 0.95257413, 0.11920292]])
    >>> output_head(scores, "count")
    array([[2.12692801, 0.31326169, 0.97407698],
           [0.69314718, 3.04858735, 0.12692801]])
    """
    decay = np.exp(-np.abs(x))  # from 0 to 1 on both sides of zero
    # equivalent: "binary", "multilabel" => "multilabel", "binary", because the order of the two words does not matter.
    if task in ("binary", "multilabel"):
        return np.exp(np.minimum(x, 0)) / (1 + decay)
    if task == "multiclass":
        odds = np.exp(x - x.max(axis=1, keepdims=True))
        return odds / odds.sum(axis=1, keepdims=True)
    if task == "regression":
        return x.copy()
    if task == "count":
        return np.maximum(x, 0) + np.log1p(decay)
    raise ValueError(f"task must be binary, multilabel, multiclass, regression or count, got {task!r}")

r"""Softmax turns scores (*logits*) into probabilities: none negative, adding up to 1, and the largest score stays the largest.

$$p_i = \frac{e^{x_i / T}}{\sum_j e^{x_j / T}}$$

The sum runs along one axis, `dim`, and every slice along that axis is normalised on its own. The result has the shape and
dtype of `x`, which has at least one axis. As in PyTorch, a negative `dim` counts from the end.

$T$ is the `temperature`: it **divides** the scores. A high one makes the probabilities more alike, a low one sharpens them
towards the winner. Everything depends on differences only: adding the same number to all scores of a slice changes nothing.

Scores may be of any size as long as they and $x/T$ are finite: `[1000, 0]` gives `[1, 0]`, and each slice must come out right
however different from the others it is. A score of $-\infty$ is a masked entry: it gets the probability 0, whatever the other
scores and the temperature are. Every slice has at least one finite score.

Return a new array; do not change the input.

Source: Bridle 1990, *Probabilistic interpretation of feedforward classification network outputs, with relationships to
statistical pattern recognition*; for the temperature Hinton, Vinyals and Dean 2015, *Distilling the knowledge in a neural
network*, section 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Softmax with a temperature",
    difficulty=1,
    points=5,
    questions=(
        "What is the softmax function, and what are its outputs?",
        "Why is it not enough to divide every score by the sum of the scores?",
        "How do you keep softmax from overflowing?",
    ),
    hints=(
        "Begin with a single row of three scores. First make every score positive in a way that keeps the order, then divide by "
        "the total, so that the row adds up to 1. Dividing alone does not do it: with negative scores the total may be "
        "anything, even zero. Then try the row 1000, 0 and see what the exponential makes of it.",
        "Only differences of scores matter. So you may subtract any number from a whole slice before you take exponentials, and "
        "you can pick it so that none of them is larger than 1. Pick it for each slice on its own: one number for the whole "
        "array can push a row of small scores so far down that all its exponentials vanish and you divide zero by zero.",
        "For each slice along dim: subtract its maximum, divide by the temperature, take exponentials, divide by their sum. The "
        "maximum and the sum must stay aligned with the slice that they belong to, so keep the reduced axis with length 1. "
        "Without it, a square array lines up with the wrong axis and no error tells you. (In PyTorch, max along an axis returns "
        "a pair, amax the maximum alone.) Check the temperature before all this.",
    ),
    dtypes=("float16", "bfloat16"),
    forbid=(
        "torch.softmax",
        "torch.nn.functional.softmax",
        "torch.nn.Softmax",
        "torch.nn.functional.log_softmax",
        "scipy.special.softmax",
        "scipy.special.log_softmax",
        "torch.nn.functional.scaled_dot_product_attention",
    ),
)


def softmax(x: Float[Array, "*shape"], dim: int = -1, temperature: float = 1.0) -> Float[Array, "*shape"]:
    """Turn scores into probabilities that add up to 1 along one axis.

    Parameters
    ----------
    x : scores, real numbers in an array of at least one axis; minus infinity masks an entry.
    dim : the axis along which the result adds up to 1; negative numbers count from the end.
    temperature : divides the scores; a finite number above 0.

    Returns
    -------
    The probabilities, in the shape and dtype of `x`.

    Raises
    ------
    ValueError
        If `temperature` is not above 0. The message names temperature.

    Examples
    --------
    >>> softmax(np.array([[2.0, -1.0, -1.5], [1000.0, 0.0, 999.0]]))
    array([[0.92593926, 0.0460998 , 0.02796094],
           [0.73105858, 0.        , 0.26894142]])
    >>> softmax(np.array([[2.0, -1.0], [3.0, 0.5]]), dim=0, temperature=2.0)
    array([[0.37754067, 0.3208213 ],
           [0.62245933, 0.6791787 ]])
    """
    if not temperature > 0:
        raise ValueError(f"temperature must be above 0, got {temperature}")
    weights = np.exp((x - x.max(axis=dim, keepdims=True)) / temperature)  # the largest weight of each slice is 1
    return weights / weights.sum(axis=dim, keepdims=True)

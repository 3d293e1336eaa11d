r"""The logarithm of softmax, which is what a cross-entropy loss needs, without losing the improbable classes.

$$y_i = \log \frac{e^{x_i}}{\sum_j e^{x_j}} = x_i - \log \sum_j e^{x_j}$$

The sum runs along one axis, `dim`, for each slice along that axis on its own; $\log$ is the natural logarithm. The result
has the shape and dtype of `x`, which has at least one axis. As in PyTorch, a negative `dim` counts from the end.

Taking softmax first and its logarithm afterwards is not good enough: the probability $e^{-800}$ is too small for a float and
becomes 0, and its logarithm $-\infty$, where $-800$ is right. Your function is right for scores of any size, as long as a float
can hold their differences: `[0, -800]` gives `[0, -800]`, and `[1000, 0]` gives `[0, -1000]`, each slice right however
different from the others it is. Only differences count: two equal scores give $-\log 2 = -0.693$ each, be they 0 or $10^{20}$.

A score of $-\infty$ is a masked entry: it stays $-\infty$, and the others come out as if it were not there. Every slice has at
least one finite score. Return a new array; do not change the input.

Source: Blanchard, Higham and Higham 2021, *Accurately computing the log-sum-exp and softmax functions*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Logarithm of softmax",
    difficulty=1,
    points=5,
    needs=("activations/softmax",),
    questions=(
        "Why do libraries compute log-softmax in one step and not as the logarithm of softmax?",
        "What is the log-sum-exp trick?",
    ),
    hints=(
        "The right-hand side of the formula never forms a probability: it is the score minus one number for each slice. That "
        "number is a logarithm of a sum of exponentials. So there are two places where size can hurt you, and the logarithm of "
        "a probability that has become zero is no longer among them.",
        "The logarithm of the sum overflows as soon as one score is large. Take the largest score of the slice out of the sum: "
        "what is left has a largest term of exactly 1, so it can neither overflow nor become zero as a whole. The score that "
        "you took out is missing now. Do not put it back: next to a huge score the logarithm would drown in rounding. Let the "
        "scores in front go down by the same amount instead.",
        "For each slice along dim: shift the scores so that the largest is zero; from these shifted scores subtract the "
        "logarithm of the sum of their exponentials. Use the shifted scores in both places, or the shift does not cancel. Keep "
        "the reduced axis with length 1, so that each slice meets its own numbers. Masked entries then need no special case.",
    ),
    dtypes=("float16", "bfloat16"),
    forbid=(
        "torch.log_softmax",
        "torch.nn.functional.log_softmax",
        "torch.nn.LogSoftmax",
        "torch.logsumexp",
        "scipy.special.log_softmax",
        "scipy.special.logsumexp",
    ),
)


def log_softmax(x: Float[Array, "*shape"], dim: int = -1) -> Float[Array, "*shape"]:
    """Compute the logarithm of the softmax probabilities along one axis.

    Parameters
    ----------
    x : scores, real numbers in an array of at least one axis; minus infinity masks an entry.
    dim : the axis along which the probabilities add up to 1; negative numbers count from the end.

    Returns
    -------
    The logarithms of the probabilities, in the shape and dtype of `x`.

    Examples
    --------
    >>> log_softmax(np.array([[2.0, -1.0, -1.5], [0.5, 3.0, 1.0]]))
    array([[-0.07694664, -3.07694664, -3.57694664],
           [-2.6967341 , -0.1967341 , -2.1967341 ]])
    >>> log_softmax(np.array([0.0, -800.0, -801.0]))
    array([   0., -800., -801.])
    >>> log_softmax(np.array([[1.0, 1000.0], [-np.inf, 0.0]]), dim=0)
    array([[    0.,     0.],
           [  -inf, -1000.]])
    """
    shifted = x - x.max(axis=dim, keepdims=True)  # the sum below is at least 1, so its logarithm is finite
    return shifted - np.log(np.exp(shifted).sum(axis=dim, keepdims=True))

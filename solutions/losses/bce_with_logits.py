r"""Binary cross-entropy straight from logits: the loss of yes-or-no questions, written so that it survives any score.

With the probability $p_i = \sigma(x_i) = 1/(1 + e^{-x_i})$ for "yes" and the target $t_i$, the loss is

$$L = \frac1n\sum_i \bigl(-t_i \log p_i - (1 - t_i)\log(1 - p_i)\bigr), \qquad
\frac{\partial L}{\partial x_i} = \frac1n\,(\sigma(x_i) - t_i)$$

$x$ is `input`, the raw scores; $\log$ is the natural logarithm. Targets are from 0 to 1: mostly 0 or 1, but a soft label
such as 0.3 is as good. The mean runs over **all** $n$ entries, as `reduction="mean"` does in PyTorch, also where the axes are
(N, labels). The slope of the sigmoid has cancelled out of the gradient: an output that is confidently wrong learns at full
speed, where a squared error behind a sigmoid would stand still.

Never form $p$ in order to take its logarithm. A score of $-1000$ with target 1 costs 1000, though its probability is too small
for a float; a score of 1000 with target 0 as much. On the good side small costs keep their digits: a score of 40 with target 1
costs $\log(1 + e^{-40}) = 4.2\cdot 10^{-18}$, and not 0. So rewrite the two logarithms in terms of $|x|$, with the exponential of
something negative only. For the gradient, an error as small as the rounding of $p$ is fine.

Both arrays have the same shape, which may be any, with at least one entry, and the same dtype, which is also that of the
results. Shapes that differ are an error also where they could be broadcast. Do not change the inputs.

Source: Goodfellow, Bengio and Courville 2016, *Deep Learning*, section 6.2.2.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Binary cross-entropy from logits",
    difficulty=1,
    points=5,
    needs=("activations/sigmoid",),
    questions=(
        "What is a cost function? Give its formula.",
        "Why do losses take logits and not probabilities?",
        "Why is cross-entropy preferred to squared error behind a sigmoid?",
    ),
    hints=(
        "Take one entry, target 1, and write its cost with x alone: minus the logarithm of the sigmoid is the logarithm of one "
        "plus an exponential. For target 0 it is the same with the sign of x turned. Both are fine until the exponent becomes "
        "large and positive. So the question is how to write the logarithm of one plus a huge exponential.",
        "Take the huge exponential out of the sum: its logarithm is its exponent, and what is left is the logarithm of one plus "
        "the exponential of a negative number. With the absolute value of x one formula covers both signs: the larger of x and "
        "zero, plus that remainder. There is a function for the logarithm of one plus something tiny; it keeps the digits that "
        "adding to one would destroy.",
        "The cost with target 0 is the formula of the second hint, and with target 1 it is less by exactly x. Between the two "
        "it is linear in the target, so subtract x times the target. Average over everything. The gradient needs the sigmoid, "
        "computed without overflow for either sign, minus the target, divided by the number of all entries.",
    ),
    forbid=(
        "autograd",
        "torch.nn.functional.binary_cross_entropy_with_logits",
        "torch.nn.functional.binary_cross_entropy",
        "torch.binary_cross_entropy_with_logits",
        "torch.nn.BCEWithLogitsLoss",
        "torch.nn.BCELoss",
    ),
    skip={
        "gradients_flow": "It computes gradients itself, and may well do so without autograd.",
        "large_values": "Targets are from 0 to 1: times ten thousand they are no targets.",
    },
)


def bce_with_logits(input: Float[Array, "*shape"], target: Float[Array, "*shape"]) -> tuple[float, Float[Array, "*shape"]]:
    """Compute the mean binary cross-entropy of raw scores, and its gradient.

    Parameters
    ----------
    input : raw scores (logits), finite, in an array of any shape with at least one entry.
    target : what the probabilities should have been, from 0 to 1, in the same shape and dtype.

    Returns
    -------
    The loss, a single number, and its gradient by `input`, a new array of the shape and dtype of `input`.

    Raises
    ------
    ValueError
        If the shapes differ. The message names the argument: target.

    Examples
    --------
    >>> loss, grad = bce_with_logits(np.array([2.0, -1.0, 0.5]), np.array([1.0, 0.0, 0.3]))
    >>> np.round(loss, 6)
    np.float64(0.421422)
    >>> np.round(grad, 6)
    array([-0.039734,  0.089647,  0.107486])
    >>> bce_with_logits(np.array([1000.0]), np.array([0.25]))
    (np.float64(750.0), array([0.75]))
    >>> bce_with_logits(np.array([-1000.0]), np.array([1.0]))
    (np.float64(1000.0), array([-1.]))
    """
    if target.shape != input.shape:
        raise ValueError(f"target has shape {target.shape}, and input has shape {input.shape}")
    small = np.exp(-np.abs(input))  # at most 1: it never overflows
    loss = np.maximum(input, 0) - input * target + np.log1p(small)
    p = np.exp(np.minimum(input, 0)) / (1 + small)  # the sigmoid
    return loss.mean(), (p - target) / input.size

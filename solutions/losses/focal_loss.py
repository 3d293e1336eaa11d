r"""The focal loss: cross-entropy that looks away from what is easy, for detectors that see a thousand empty places to one object.

For yes-or-no questions with scores $x$, `input`, and targets $t$ of 0 or 1, let $p = \sigma(x)$ and let $p_t$ be the probability
of the **right** answer: $p$ where $t = 1$, and $1 - p$ where $t = 0$. In the same way $\alpha_t$ is $\alpha$ where $t = 1$, and
$1 - \alpha$ where $t = 0$. Then

$$L = -\frac1n \sum_i \alpha_{t}\,(1 - p_{t})^{\gamma}\, \log p_{t}$$

The factor $(1 - p_t)^\gamma$ is what is new: with $\gamma = 2$ an answer that is right with $p_t = 0.9$ counts a hundredth of
what it would count in cross-entropy. $\gamma = 0$ gives back the weighted cross-entropy, for every score. The mean runs over
**all** $n$ entries; the paper divides by the number of objects instead.

Return the loss and its gradient by `input`. The factor depends on the score as well, so the gradient has two terms; whoever
treats it as a constant trains with another loss. In terms of the margin $m$, which is $x$ where $t = 1$ and $-x$ where $t = 0$,
all is smooth: $p_t = \sigma(m)$ and $1 - p_t = \sigma(-m)$.

Scores of any size are fine. A score of 1000 for a 0 costs $1000\,(1 - \alpha)$, and easy answers keep their digits: at $m = 40$
the factor is $\sigma(-40)^\gamma$ and not $(1 - 1)^\gamma = 0$, and $-\log p_t$ is $4.2 \cdot 10^{-18}$.

Both arrays have the same shape, which may be any, with at least one entry, and the same dtype, which is also that of the
results; $\alpha$, from 0 to 1, and $\gamma \ge 0$ are plain numbers. Another shape of `target` is an error, also where it could
be broadcast, and so is a negative `gamma`. Do not change the inputs.

Source: Lin, Goyal, Girshick, He and Dollar 2017, *Focal loss for dense object detection*, section 3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Focal loss from logits",
    difficulty=3,
    points=15,
    needs=("losses/bce_with_logits",),
    questions=(
        "What is the focal loss, and when does it help?",
        "Why do losses take logits and not probabilities?",
    ),
    hints=(
        "Turn both kinds of answers into one: multiply the score by plus or minus one, so that a large margin always means "
        "'right'. Then there is one curve, as a function of the margin, instead of two. Every entry gets its weight alpha or "
        "one minus alpha, and at the end the sign comes back once more, for the gradient by the score.",
        "The curve is a product: the probability of being wrong, to the power gamma, times minus the logarithm of the one "
        "of being right. Each has a stable form in the margin: the wrong probability is the sigmoid of minus the margin and is "
        "never one minus something, and the logarithm is what binary cross-entropy does. A zero to the power zero is one, in "
        "NumPy and in PyTorch.",
        "Differentiate the product by the margin. The logarithm's part gives minus the wrong probability. The power's part "
        "gives gamma times one power less, times the slope of a sigmoid, which contains the wrong probability once more: the "
        "power is back at gamma. So the full power can be taken out, and in the bracket stand the wrong probability, and gamma "
        "times the right one times the cost.",
    ),
    forbid=(
        "autograd",
        "torchvision.ops.sigmoid_focal_loss",
        "torch.nn.functional.binary_cross_entropy_with_logits",
        "torch.nn.functional.binary_cross_entropy",
        "torch.binary_cross_entropy_with_logits",
    ),
    skip={
        "gradients_flow": "It computes gradients itself, and may well do so without autograd.",
        "large_values": "Targets are 0 or 1: times ten thousand they are no targets.",
    },
)


def focal_loss(
    input: Float[Array, "*shape"],
    target: Float[Array, "*shape"],
    alpha: float = 0.25,
    gamma: float = 2.0,
) -> tuple[float, Float[Array, "*shape"]]:
    """Compute the mean binary focal loss of raw scores, and its gradient.

    Parameters
    ----------
    input : raw scores (logits), finite, in an array of any shape with at least one entry.
    target : the right answers, 0 or 1, in the same shape and dtype.
    alpha : weight of the answers that should be 1, from 0 to 1; the others weigh 1 - alpha.
    gamma : how much easy answers are played down, at least 0.

    Returns
    -------
    The loss, a single number, and its gradient by `input`, a new array of the shape and dtype of `input`.

    Raises
    ------
    ValueError
        If the shapes differ, or `gamma` is below 0. The message names the argument: target, gamma.

    Examples
    --------
    >>> loss, grad = focal_loss(np.array([2.0, -1.0, 0.5]), np.array([1.0, 0.0, 1.0]))
    >>> np.round(loss, 6)
    np.float64(0.011446)
    >>> np.round(grad, 6)
    array([-0.000406,  0.013145, -0.011495])
    >>> loss, grad = focal_loss(np.array([1000.0, -1000.0]), np.array([0.0, 1.0]), alpha=0.75)
    >>> loss, grad
    (np.float64(500.0), array([ 0.125, -0.375]))
    """
    if target.shape != input.shape:
        raise ValueError(f"target has shape {target.shape}, and input has shape {input.shape}")
    if gamma < 0:
        raise ValueError(f"gamma must be at least 0, got {gamma}")

    sign = 2 * target - 1
    margin = sign * input
    small = np.exp(-np.abs(margin))
    right = np.exp(np.minimum(margin, 0)) / (1 + small)  # p_t
    wrong = np.exp(-np.maximum(margin, 0)) / (1 + small)  # 1 - p_t, with all its digits
    cost = np.log1p(small) - np.minimum(margin, 0)  # -log p_t
    weight = (alpha * target + (1 - alpha) * (1 - target)) * wrong**gamma
    slope = -weight * (wrong + gamma * right * cost)  # by the margin
    return np.mean(weight * cost), sign * slope / input.size

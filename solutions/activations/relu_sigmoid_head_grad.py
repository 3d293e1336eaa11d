r"""Why a sigmoid straight after a ReLU cannot be trained out of its mistakes: the gradient at its scores.

A score $x$ became the probability $p = \sigma(\max(0, x))$, with $\sigma(z) = 1 / (1 + e^{-z})$, and is judged by the
cross-entropy with its target $y$:

$$L = -\sum_n \bigl(y_n \ln p_n + (1 - y_n) \ln(1 - p_n)\bigr)$$

Write down $\partial L / \partial x_n$. Two things make it short. Sigmoid and cross-entropy together have a gradient without any
fraction: it is the probability minus the target. And the slope of ReLU is 1 where $x > 0$ and 0 where $x \le 0$; at $x = 0$
there is no derivative, and PyTorch takes 0.

The loss is a **sum** over the samples: nothing is divided by their number. Scores are finite, of any size; targets lie between 0
and 1, both included, and may lie in between. At $x = 1000$ with the target 0 the gradient is 1, and never NaN. An error as
small as the rounding of $p$ does no harm.

Both arrays have the same dtype and the same shape, which may be any, and so has the result: float32 in, float32 out. Return a
new array; do not change the inputs.

Source: Goodfellow, Bengio and Courville 2016, *Deep learning*, sections 6.2.2.2 and 6.3.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Gradient of a sigmoid straight after a ReLU",
    difficulty=2,
    points=10,
    needs=("activations/relu_sigmoid_head", "activations/sigmoid_backward"),
    questions=("What happens if the last layer is a ReLU followed by a sigmoid?",),
    hints=(
        "Take the chain apart: from the loss to p, from p to the rectified score, from there to x. Multiply the first two slopes "
        "on paper, with the second one written in terms of p. A whole denominator cancels, and what is left is so short that "
        "nobody would program the two factors one by one.",
        "Programming the two factors one by one is not only longer: at a probability of exactly 0 or 1 it divides zero by zero. "
        "The third factor is the slope of the ReLU. Look at the score for it and not at the probability, since a tiny positive "
        "score rounds to a probability of exactly one half.",
        "Compute the probability from the score, with an exponential that cannot overflow, subtract the target, and let the "
        "result pass only where the score is above zero, strictly. Choose between the difference and zero, or multiply by the "
        "comparison. Do not divide by the number of samples. Then look at a sample of score minus 1 and target 0: it is "
        "predicted wrongly, at one half, and gets no gradient.",
    ),
    forbid=("autograd", "torch.sigmoid", "torch.nn.functional.binary_cross_entropy_with_logits"),
    skip={
        "gradients_flow": "It computes gradients itself, and may well do so without autograd.",
        "large_values": "Targets lie between 0 and 1: times ten thousand they are none.",
    },
)


def relu_sigmoid_head_grad(x: Float[Array, "*shape"], target: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
    """Differentiate the cross-entropy of a sigmoid after a ReLU by the scores.

    Parameters
    ----------
    x : finite scores, before the ReLU, in an array of any shape.
    target : what each probability should have been, from 0 to 1, in the shape of `x`.

    Returns
    -------
    The gradient of the summed loss by `x`, in the shape and dtype of `x`.

    Examples
    --------
    >>> relu_sigmoid_head_grad(np.array([1.0, 2.0, -1.0, -3.0]), np.array([1.0, 0.0, 0.0, 1.0]))
    array([-0.26894142,  0.88079708,  0.        ,  0.        ])
    """
    # equivalent: np.maximum(x, 0) => x, because the probability is not used where x is negative.
    # equivalent: 0 => -1, because the probability is not used where x is negative.
    p = 1 / (1 + np.exp(-np.maximum(x, 0)))
    return np.where(x > 0, p - target, 0)

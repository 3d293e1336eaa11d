r"""A sigmoid straight after a ReLU: a popular slip in the last layer, and what it does to the decisions.

Someone left the ReLU of the hidden layers in front of the output, so that a score $x$ becomes the probability

$$p = \sigma(\max(0, x)), \qquad \sigma(z) = \frac{1}{1 + e^{-z}}$$

and the decision is a yes where $p \ge t$, with a threshold $t$ from 0 to 1; a tie is a yes.

All scores up to 0 end in the same place: there $p$ is exactly $1/2$. So with the usual threshold of 0.5 the answer is always yes,
and a no can never be said with confidence. With a threshold above 0.5 both answers appear, decided by the positive scores.
(ReLU, then a **linear layer**, then a sigmoid is what one should write, and has none of this.)

It works element by element, on any shape. Scores are finite and may be large: at $x = 1000$ the probability is 1, and never NaN.
The probabilities are a new array with the dtype of `x`: float32 in, float32 out. The decisions are booleans of the same shape.
Do not change the input.

Source: Goodfellow, Bengio and Courville 2016, *Deep learning*, section 6.2.2.2, on output units that saturate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Bool, Float
    from numpy import ndarray as Array

ABOUT = About(
    title="A sigmoid straight after a ReLU",
    difficulty=1,
    points=5,
    needs=("activations/relu", "activations/sigmoid"),
    questions=("What happens if the last layer is a ReLU followed by a sigmoid?",),
    hints=(
        "Go through it with three scores by hand: minus 5, 0 and 5. Which of the three can ReLU tell apart? Which probabilities "
        "do you get, and which of them reach a threshold of one half? Mind the word reach: equality counts.",
        "First rectify, then apply the sigmoid to what is left. After the ReLU no number is negative, so the textbook form of "
        "the sigmoid, with the exponential of minus z below the line, overflows nowhere. The form with the exponential of plus z "
        "does.",
        "The decision is a comparison of the probability with the threshold, and not of the score with it. It gives an array of "
        "True and False, which is returned as it is, without turning it into zeros and ones. Check the threshold before anything "
        "else, and return the two arrays as a tuple, probabilities first.",
    ),
    forbid=("torch.sigmoid", "torch.nn.functional.logsigmoid", "torch.relu", "torch.nn.functional.relu"),
)


def relu_sigmoid_head(x: Float[Array, "*shape"], threshold: float) -> tuple[Float[Array, "*shape"], Bool[Array, "*shape"]]:
    """Turn scores into probabilities by a ReLU and a sigmoid, and decide.

    Parameters
    ----------
    x : finite scores, in an array of any shape.
    threshold : the smallest probability that is a yes, from 0 to 1.

    Returns
    -------
    The probabilities in the dtype of `x`, and the decisions, True for a yes; both in the shape of `x`.

    Raises
    ------
    ValueError
        If `threshold` is below 0 or above 1. The message names it: threshold.

    Examples
    --------
    >>> relu_sigmoid_head(np.array([-2.0, 0.0, 0.25, 1.0]), 0.5)
    (array([0.5       , 0.5       , 0.5621765 , 0.73105858]), array([ True,  True,  True,  True]))
    >>> relu_sigmoid_head(np.array([-2.0, 0.5, 1.0]), 0.7)
    (array([0.5       , 0.62245933, 0.73105858]), array([False, False,  True]))
    """
    if not 0 <= threshold <= 1:
        raise ValueError(f"threshold must lie between 0 and 1, got {threshold}")
    p = 1 / (1 + np.exp(-np.maximum(x, 0)))
    return p, p >= threshold

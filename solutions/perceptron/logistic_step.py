r"""One step of logistic regression: the same weighted sum as a perceptron's, and another way to learn.

The score becomes a probability, and the step goes downhill on the logarithmic loss of one example $x$ with the label
$y \in \{-1, +1\}$, `target`:

$$s = \sum_d w_d\, x_d + b, \qquad L = \log\bigl(1 + e^{-y s}\bigr), \qquad
w \leftarrow w + \eta\;\sigma(-y s)\; y\, x, \qquad b \leftarrow b + \eta\;\sigma(-y s)\; y$$

$\eta$ is `lr`, and $\sigma(z) = 1/(1 + e^{-z})$. The number $\sigma(-ys)$ is the probability that was given to the **wrong**
label: near 1 where the answer was wrong by far, $\frac12$ at a score of 0, tiny where the answer is right by far. So **every**
example moves the weights, in proportion to how much it surprised. A perceptron knows only the two extremes, and so the two differ
in what they minimise and not just in the threshold: on XOR a perceptron runs in circles for ever, and logistic regression comes
to rest at "one half" for every input.

The function that turns scores into probabilities is the sigmoid, also called the logistic function. The **logit** is its inverse,
$\log\frac{p}{1-p}$, and turns probabilities into scores.

Scores of any size are fine: nothing overflows where $|ys|$ is 1000, and an example that is right with a score of 40 still moves
the weights by $\eta \cdot 4.2\cdot 10^{-18}$ times the example. With labels 0 and 1 the formula is another one, so that any
label but $-1$ and $+1$ is an error. `weight` and `x` have one dtype, and so has the new weight, a new array. The bias is a
number. Do not change the inputs.

Source: Bishop 2006, *Pattern Recognition and Machine Learning*, section 4.3.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="One step of logistic regression",
    difficulty=1,
    points=5,
    needs=("perceptron/perceptron_step", "activations/sigmoid"),
    questions=("Perceptron and logistic regression: what is the difference?",),
    hints=(
        "The skeleton is that of the perceptron: a score, then a move of the weights by the example and of the bias by one, both "
        "in the direction of the label. What is new is how far. Instead of all or nothing there is a share between zero and one, "
        "and a learning rate. There is no question whether to move.",
        "The share is the probability of the label that is not the true one. Multiply score and label, which gives the margin, "
        "and take the sigmoid of minus the margin. Check the direction with an example that is right by far: the share must be "
        "almost nothing. One minus the probability of the right label is the same on paper, but loses all digits there.",
        "The sigmoid needs care for large scores: exponentials of negative numbers only. One exponential of minus the absolute "
        "value of the margin does for both signs: divide either one or this exponential by their sum. Then multiply learning "
        "rate, share and label to a single number; it moves the bias, and, times the example, the weights.",
    ),
    forbid=("autograd", "torch.optim.SGD"),
)


def logistic_step(
    weight: Float[Array, " D"],
    bias: float,
    x: Float[Array, " D"],
    target: int,
    lr: float,
) -> tuple[Float[Array, " D"], float]:
    """Update a logistic regression with one example, by a step of gradient descent.

    Parameters
    ----------
    weight : one weight for each feature.
    bias : a number, which is added to the weighted sum.
    x : the features of the example.
    target : its label, -1 or +1.
    lr : the learning rate, a positive number.

    Returns
    -------
    The new weight, a new array of the shape and dtype of `weight`, and the new bias, a number.

    Raises
    ------
    ValueError
        If `target` is neither -1 nor +1. The message names it: target.

    Examples
    --------
    >>> weight, x = np.array([1.0, -2.0]), np.array([3.0, 0.5])
    >>> after, bias = logistic_step(weight, -2.0, x, 1, lr=0.25)
    >>> after, bias
    (array([ 1.375 , -1.9375]), np.float64(-1.875))
    >>> after, bias = logistic_step(weight, -1.0, x, -1, lr=0.5)
    >>> np.round(after, 4)
    array([-0.0966, -2.1828])
    """
    if abs(target) != 1:
        raise ValueError(f"target must be -1 or +1, got {target}")
    margin = target * ((weight * x).sum() + bias)
    surprise = np.exp(-np.maximum(margin, 0)) / (1 + np.exp(-np.abs(margin)))  # the sigmoid of minus the margin
    # equivalent: lr * surprise * target => lr * surprise / target, because target is -1 or +1.
    step = lr * surprise * target
    return weight + step * x, bias + step

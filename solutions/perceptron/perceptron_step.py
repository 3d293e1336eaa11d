r"""Rosenblatt's rule: look at one example, and change the weights only if the answer was wrong.

A perceptron forms one weighted sum, its score, and answers with the sign of it. It is shown one example $x$ with its label,
`target`, which is $y \in \{-1, +1\}$:

$$s = \sum_d w_d\, x_d + b, \qquad
(w,\, b) \leftarrow \begin{cases} (w + y\,x,\; b + y) & y\, s \le 0 \\ (w,\, b) & y\, s > 0 \end{cases}$$

The example is right only if the score has the sign of the label: a **score of exactly 0 counts as wrong**, whatever the label,
or a perceptron that starts with zeros would never move. How wrong the answer was plays no role, and there is no learning rate:
from a start at zero it would only scale weights and bias together, which no answer notices.

The step adds $y\,(\lVert x \rVert^2 + 1)$ to the score of this example, in the right direction; one step need not be enough, and
it may spoil other examples. Logistic regression differs in the whole rule and not in the threshold alone: it moves a little for
every example, also for those that are right. That is the next exercise.

Labels are $-1$ and $+1$. With 0 and 1 the rule would be another one, since $y = 0$ moves nothing: any other label is an error.
`weight` and `x` have one dtype, and so has the new weight, a new array also where nothing was to change. The bias is a number.
Do not change the inputs.

Source: Rosenblatt 1958, *The perceptron: a probabilistic model for information storage and organization in the brain*;
Minsky and Papert 1969, *Perceptrons*, chapter 11.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="One step of the perceptron rule",
    difficulty=1,
    points=5,
    questions=(
        "What is a perceptron? Which types are there?",
        "Perceptron and logistic regression: what is the difference?",
    ),
    hints=(
        "There is one number to compute first, the score of the example under the weights and the bias as they are. Everything "
        "else depends on whether its sign is that of the label. Multiply score and label: what does a positive product say, what "
        "a negative one, and in which of the two groups does the formula put a product of zero?",
        "If the example was wrong, the weights move by the example itself, towards it for a label of plus one and away from it "
        "for minus one. The bias behaves like one more weight whose input is always one, so it moves by the label. Both moves "
        "happen together or not at all; the score is not computed again in between.",
        "If the example was right, the old values come back. Mind that the result must be a new array in this case, too: copy "
        "the weights instead of handing back the ones you were given. And before all, look at the label: anything but plus or "
        "minus one is refused with an error that names the argument.",
    ),
    skip={
        "gradients_flow": "The rule follows no gradient: it compares and adds, and a comparison has no slope.",
        "independent": "PyTorch and SciPy have no perceptron to compare this single step with.",
    },
)


def perceptron_step(
    weight: Float[Array, " D"],
    bias: float,
    x: Float[Array, " D"],
    target: int,
) -> tuple[Float[Array, " D"], float]:
    """Update a perceptron with one example.

    Parameters
    ----------
    weight : one weight for each feature.
    bias : a number, which is added to the weighted sum.
    x : the features of the example.
    target : its label, -1 or +1.

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
    >>> perceptron_step(weight, -4.0, x, 1)
    (array([ 4. , -1.5]), -3.0)
    >>> perceptron_step(weight, -4.0, x, -1)
    (array([ 1., -2.]), -4.0)
    >>> perceptron_step(weight, -2.0, x, -1)
    (array([-2. , -2.5]), -3.0)
    """
    if abs(target) != 1:
        raise ValueError(f"target must be -1 or +1, got {target}")
    score = (weight * x).sum() + bias
    if target * score > 0:
        return weight.copy(), bias
    return weight + target * x, bias + target

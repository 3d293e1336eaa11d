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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


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
    raise NotImplementedError("write perceptron_step here")

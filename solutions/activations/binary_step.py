r"""The binary step is the activation of the first perceptrons: a neuron fires, or it does not.

$$\mathrm{step}(x) = 1 \;\text{ where } x > \theta, \qquad \mathrm{step}(x) = 0 \;\text{ everywhere else.}$$

$\theta$ is the `threshold`, by default 0, and may be any finite number, also a negative one. Only what lies **above** it
fires: an element that equals the threshold gives 0, and one that is above it by the smallest step that floats can make gives 1.
(Other libraries differ at the threshold itself; `heaviside` lets you choose.) It works element by element, on an array of any
shape, down to a single number with no axis at all. Plus and minus infinity are allowed, NaN does not occur.

Try to train such a neuron by gradient descent, and nothing moves: the slope is 0 wherever there is one. So the perceptron has a
learning rule of its own, and today's networks have activations with a slope.

The result holds the numbers 0 and 1 in the dtype of `x`, so that the next layer can multiply them: float32 in, float32 out.
Return a new array; do not change the input.

Source: Rosenblatt 1958, *The perceptron: a probabilistic model for information storage and organization in the brain*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Binary step",
    difficulty=1,
    points=5,
    questions=(
        "What is a binary step function?",
        "Why can a network of step functions not be trained by gradient descent?",
    ),
    hints=(
        "Every element is asked the same question and answers yes or no; the array of answers is almost the result. Before you "
        "write it down, decide three things with the statement at hand: what an element answers that lies exactly on the "
        "threshold, what numbers stand for yes and no, and what type these numbers have.",
        "A comparison of an array with a number gives an array of booleans, and these are not the numbers that the next layer "
        "expects. A boolean turns into 0 or 1 when its type is changed. To which type? Not simply to the default of your "
        "library: look at the type of the input, and take that.",
        "Compare x with the threshold directly, with the strict comparison. Detours cost you the close calls: a steep sigmoid "
        "is never exactly 0 or 1 near the threshold, and a tolerance declares equal what is not. Then convert the answers to "
        "the dtype of x. A conversion makes a new array, so the input stays as it was.",
    ),
    dtypes=("float16", "bfloat16"),
    forbid=("torch.heaviside",),
    skip={"gradients_flow": "The slope of a step is zero wherever there is one, so no gradient is there to flow."},
)


def binary_step(x: Float[Array, "*shape"], threshold: float = 0.0) -> Float[Array, "*shape"]:
    """Turn every element of `x` into 1 if it is above a threshold, and into 0 if it is not.

    Parameters
    ----------
    x : real numbers, in an array of any shape; plus and minus infinity are allowed.
    threshold : the number above which an element gives 1, any finite number.

    Returns
    -------
    Zeros and ones, in the shape and dtype of `x`.

    Examples
    --------
    >>> binary_step(np.array([[-2.0, 0.5, 0.0], [3.0, -0.1, 7.0]]))
    array([[0., 1., 0.],
           [1., 0., 1.]])
    >>> binary_step(np.array([-1.0, 0.5, 1.5, 3.0]), threshold=1.5)
    array([0., 0., 0., 1.])
    """
    return np.greater(x, threshold).astype(x.dtype)

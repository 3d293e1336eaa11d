r"""The rectified linear unit passes what is positive and stops what is negative.

$$\mathrm{relu}(x) = \max(0, x)$$

It works element by element, on an array of any shape, down to a single number with no axis at all. Special values follow
from the formula:

- zero gives zero; `-0.0` is zero, too, and the sign of a zero does not matter;
- $+\infty$ stays $+\infty$, and $-\infty$ becomes 0;
- **NaN stays NaN**: it is not negative, and an error further up should stay visible instead of turning into an innocent zero.

The result has the dtype of `x`: float32 in, float32 out. Return a new array, also when nothing is negative; do not change
the input.

Source: Nair and Hinton 2010, *Rectified linear units improve restricted Boltzmann machines*; Glorot, Bordes and Bengio 2011,
*Deep sparse rectifier neural networks*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Rectified linear unit",
    difficulty=1,
    points=5,
    questions=("What is the ReLU function?", "Does ReLU solve the problem of vanishing gradients?"),
    hints=(
        "Every element is looked at on its own: it either stays or becomes zero. Any way to say this will do, with a loop, a "
        "condition or a single call. Then put minus infinity and NaN in and see what comes out: two of the most popular "
        "one-liners fail here. The result must be a new array, so do not assign into x.",
        "Multiplying by a mask of zeros and ones looks clever, but zero times infinity is not a number. Choosing between two "
        "values is safer than computing with both. When you choose, mind the direction of the comparison: every comparison with "
        "NaN is false, so ask yourself which of the two values an element gets when the answer is no.",
        "There is a function that takes the larger of two arguments element by element and hands NaN on, and a twin that drops "
        "NaN, so pick the right one. Compare with a plain number zero or, where PyTorch insists on a tensor, with zeros made "
        "like x: an array of zeros made without dtype= has the library's default, float64 in NumPy and float32 in PyTorch, and "
        "the result takes the wider of the two types. And leave the out argument alone.",
    ),
    dtypes=("float16", "bfloat16"),
    forbid=("torch.relu", "torch.nn.functional.relu", "torch.nn.ReLU"),
)


def relu(x: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
    """Replace every negative element of `x` by zero.

    Parameters
    ----------
    x : real numbers, in an array of any shape; infinities and NaN are allowed.

    Returns
    -------
    The rectified elements, in the shape and dtype of `x`.

    Examples
    --------
    >>> relu(np.array([[-2.0, 3.5, 0.0], [7.0, -0.5, 0.25]]))
    array([[0.  , 3.5 , 0.  ],
           [7.  , 0.  , 0.25]])
    >>> relu(np.array([np.nan, -0.5, np.inf]))
    array([nan,  0., inf])
    """
    return np.maximum(x, 0)

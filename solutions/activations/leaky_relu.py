r"""The leaky ReLU lets a little of the negative side through, so that no unit is ever cut off from its gradient.

$$y = x \;\text{ where } x > 0, \qquad y = a\,x \;\text{ everywhere else.}$$

The slope $a$ is `negative_slope`, by default 0.01. It works element by element, on an array of any shape, down to a single
number with no axis at all.

Your function is right for **every** finite slope. A parametric ReLU learns its slope, and nothing keeps a learnt slope
between 0 and 1: with a slope of 2, the input 3 stays 3 and the input -3 becomes -6; with a slope of -0.5, the input -3
becomes 1.5. A slope of 0 gives ReLU, a slope of 1 the identity. Elements of `x` are finite, and so is the slope times every
one of them that is not positive. Positive elements come out as they went in, however steep the slope.

The result has the dtype of `x`: float32 in, float32 out. Return a new array, also when nothing is negative; do not change
the input.

Source: Maas, Hannun and Ng 2013, *Rectifier nonlinearities improve neural network acoustic models*; for learnt slopes He, Zhang,
Ren and Sun 2015, *Delving deep into rectifiers*, section 2.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Leaky ReLU for any slope",
    difficulty=1,
    points=5,
    needs=("activations/relu",),
    questions=("What is the leaky ReLU for?", "What is a dying ReLU, and what helps against it?"),
    hints=(
        "Two kinds of elements, two rules: positive ones stay as they are, the others are scaled. Before you write it down, "
        "evaluate your idea by hand for a slope of 2, once at x = 3 and once at x = -3. The formula that is in most blog posts "
        "gives 6 for the first, which is wrong.",
        "Taking the larger of x and the scaled x is a shortcut that happens to work while the slope is at most 1: then the "
        "scaled line lies below x on the right and above it on the left. With a steeper slope the two lines change places. Let "
        "the sign of x decide which rule applies, and not the size of the results.",
        "Choose element by element with a condition on x, the element itself on one side and the element times the slope on the "
        "other. Or add two parts: the positive part of x, and the slope times the negative part of x. In either form, no array "
        "is written to, and because the slope is a plain number, a float32 input gives a float32 result.",
    ),
    dtypes=("float16", "bfloat16"),
    forbid=(
        "torch.nn.functional.leaky_relu",
        "torch.nn.LeakyReLU",
        "torch.nn.functional.prelu",
        "torch.nn.PReLU",
        "torch.rrelu",
        "torch.nn.functional.rrelu",
    ),
)


def leaky_relu(x: Float[Array, "*shape"], negative_slope: float = 0.01) -> Float[Array, "*shape"]:
    """Keep what is positive and scale what is negative.

    Parameters
    ----------
    x : finite real numbers, in an array of any shape.
    negative_slope : factor for elements that are not positive: any finite number, also above 1 or below 0.

    Returns
    -------
    The activations, in the shape and dtype of `x`.

    Examples
    --------
    >>> leaky_relu(np.array([[-2.0, 3.0, 0.0], [5.0, -0.5, 1.0]]))
    array([[-0.02 ,  3.   ,  0.   ],
           [ 5.   , -0.005,  1.   ]])
    >>> leaky_relu(np.array([-3.0, 3.0]), negative_slope=2.0)
    array([-6.,  3.])
    """
    return np.maximum(x, 0) + negative_slope * np.minimum(x, 0)  # one of the two parts is always zero

r"""GELU, the activation of BERT, GPT-2 and the vision transformer: the input, times the share of a bell curve that lies below it.

$$\mathrm{gelu}(x) = x\,\Phi(x), \qquad \Phi(x) = \frac{1}{2}\left(1 + \mathrm{erf}\frac{x}{\sqrt 2}\right)$$

$\Phi$ is the distribution function of the standard normal distribution: the probability that such a random number is below $x$.
Where ReLU asks whether $x$ is above 0, GELU asks how probable it is that $x$ is above a random threshold. An approximation from
the days when erf was slow is still part of many published weights, and is not the same function:

$$\mathrm{gelu}_{\tanh}(x) = \frac{x}{2} \left(1 + \tanh\left(\sqrt{\frac{2}{\pi}}\,\bigl(x + 0.044715\,x^3\bigr)\right)\right)$$

`approximate` chooses, with PyTorch's words for it: `"none"` is the first formula and the default, `"tanh"` the second.

NumPy has no erf. You may take `scipy.special.erf`, or `math.erf` element by element. If you wrap the latter in `np.vectorize`,
mind its two traps: the result is float64 whatever went in, and without `otypes` it fails for an array without elements. PyTorch
has `torch.erf`.

It works on an array of any shape, down to a single number with no axis, and to no element at all. Elements are finite, but may
be large: gelu(1000) is 1000 and gelu(-1000) is 0 (or -0, which is the same). An error as small as the rounding of $x$ does no
harm, also where little is left of $x$. The result has the dtype of `x`: float32 in, float32 out. Return a new array; do not
change the input.

Source: Hendrycks and Gimpel 2016, *Gaussian error linear units (GELUs)*, section 2.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="GELU",
    difficulty=1,
    points=5,
    needs=("activations/swish",),
    questions=("Which activation function is used most?", "What is GELU, and how exact is its tanh approximation?"),
    hints=(
        "Both formulas have the same frame: half of x, times one plus something between minus 1 and 1. Write the frame once and "
        "choose the something. Two numbers are known without a computer: at 0 the result is 0, and far to the right it is x "
        "itself. If it is twice x there, the half is missing.",
        "In the exact formula x is divided by the square root of two before erf sees it, since erf belongs to a bell curve that "
        "is narrower than the normal one. In the approximation the bracket holds x plus a little of its cube, and the square "
        "root of two over pi multiplies the whole bracket. Compare the two at 1: they agree to three digits, and no more.",
        "If you go through math.erf, apply it to every element and bring the result back to the shape and dtype of x in the end; "
        "this covers a single number and an empty array, too. For the choice compare the string twice, once for each of its two "
        "values, and raise an error for all others, so that a typing error does not choose a formula in silence.",
    ),
    dtypes=("float16", "bfloat16"),
    forbid=("torch.nn.functional.gelu", "torch.nn.GELU", "torch.ops.aten.gelu"),
)


def gelu(x: Float[Array, "*shape"], approximate: str = "none") -> Float[Array, "*shape"]:
    """Multiply every element of `x` by the probability that a standard normal number is below it.

    Parameters
    ----------
    x : finite real numbers, in an array of any shape.
    approximate : "none" for the exact formula, "tanh" for the approximation.

    Returns
    -------
    The activations, in the shape and dtype of `x`.

    Raises
    ------
    ValueError
        If `approximate` is neither "none" nor "tanh". The message names it: approximate.

    Examples
    --------
    >>> gelu(np.array([[-1.0, 0.0, 2.0], [4.0, -3.0, 0.5]]))
    array([[-0.15865525,  0.        ,  1.95449974],
           [ 3.99987332, -0.00404969,  0.34573123]])
    >>> gelu(np.array([-1.0, 2.0]), approximate="tanh")
    array([-0.15880801,  1.95459769])
    """
    if approximate == "none":
        share = np.vectorize(math.erf, otypes=[np.float64])(x / math.sqrt(2)).astype(x.dtype)  # math.erf knows float64 only
    elif approximate == "tanh":
        share = np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3))
    else:
        raise ValueError(f"approximate must be 'none' or 'tanh', got {approximate!r}")
    return x / 2 * (1 + share)

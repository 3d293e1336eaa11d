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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.functional.gelu, torch.nn.GELU, torch.ops.aten.gelu, by whatever name.
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
    raise NotImplementedError("write gelu here")

r"""Measure a gradient instead of deriving it: the check that every hand-written backward pass has to survive.

Move one entry of $x$ a little up, then a little down, and see how much $f$ changes. For every entry $i$, with $e_i$ the
array that is 1 there and 0 elsewhere, and $\varepsilon$ the step `eps`:

$$g_i = \frac{f(x + \varepsilon e_i) - f(x - \varepsilon e_i)}{2\,\varepsilon}$$

This is the **central** difference. Its error is $\tfrac16 \varepsilon^2 f'''$ while the one-sided difference is off by
$\tfrac12 \varepsilon f''$. Rounding adds about $u\,|f| / \varepsilon$ with $u \approx 10^{-16}$, which is why the step
must not be too small either. Use the step as it is given, the same for all entries.

`f` takes an array of the shape of `x` and returns a number: a Python float, or a new scalar or 0-d array of your library.
It neither changes nor keeps its argument, so you may hand it the same array again and again.

`x` may have any shape with at least one entry. A 0-d array counts as well: `f` is called with 0-d arrays then, and the
gradient is a number. In float32 a step of 1e-6 drowns in rounding, and in an integer it is nothing at all: whatever the
dtype of `x`, call `f` with float64 and return a new float64 array. `x` must come back as it was, and in NumPy it may be
read-only: move the entries of a copy.

Source: Press, Teukolsky, Vetterling and Flannery 2007, *Numerical Recipes*, section 5.7.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from collections.abc import Callable

    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Gradient by finite differences",
    difficulty=1,
    points=5,
    questions=(
        "How do you check that a backward pass is right?",
        "Why a central difference, and how small should its step be?",
        "Why does nobody train a network with finite differences?",
    ),
    hints=(
        "A gradient has as many entries as x, and each of them is an experiment of its own with two calls of f. Everything "
        "except a single entry stays where it was. Begin with an empty result of the right shape in float64, loop over all "
        "positions of x, whatever its number of axes, and write one number into the result in each round.",
        "In each round take a fresh float64 copy of x, or go back exactly to the value you kept before you moved the entry (in "
        "PyTorch a clone of it: an entry of a tensor is a view and moves along). Adding the step, taking it away twice and "
        "adding it again does not come back to the same number in floating point. The two calls of f lie two steps apart, and "
        "that distance is what you divide the difference by.",
        "To walk over all positions of an array with any number of axes, NumPy has an iterator that gives you one tuple of "
        "indices after another, and for a 0-d array exactly one empty tuple; itertools.product over the range of each axis does "
        "the same for tensors. The tuple indexes both the copy and the result. Convert x once at the top, with the dtype given, "
        "and integers and float32 need no further care; make sure that it is a copy, also where x is float64 already.",
    ),
    forbid=("autograd", "scipy.optimize.approx_fprime", "scipy.differentiate"),
    skip={
        "large_values": "The step stays as it is while x grows: rounding eats the difference, and never in the same way.",
        "gradients_flow": "f is a function of plain numbers: its values come without a graph.",
    },
)


def numerical_gradient(
    f: Callable[[Float[Array, "..."]], float],
    x: Float[Array, "..."],
    eps: float = 1e-6,
) -> Float[Array, "..."]:
    """Estimate the gradient of a scalar function by central differences.

    Parameters
    ----------
    f : a function of an array shaped like `x` that returns a number.
    x : the point, of any shape and dtype.
    eps : how far each entry is moved, up and down; above 0.

    Returns
    -------
    The estimated gradient: a new float64 array of the shape of `x`, or a number where `x` is 0-d.

    Examples
    --------
    >>> def f(v):
    ...     return v[0] ** 3 + 4.0 * abs(v[1])
    >>> x = np.array([2.0, 0.25])
    >>> numerical_gradient(f, x, eps=0.5)
    array([12.25,  2.  ])
    >>> np.round(numerical_gradient(f, x), 4)
    array([12.,  4.])
    """
    point = np.array(x, dtype=np.float64)  # a copy of its own
    gradient = np.empty_like(point)
    for index in np.ndindex(point.shape):
        here = point[index]
        point[index] = here + eps
        above = f(point)
        point[index] = here - eps
        below = f(point)
        point[index] = here
        gradient[index] = (above - below) / (2 * eps)
    return gradient[()]  # a number where x is 0-d

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

if TYPE_CHECKING:
    from collections.abc import Callable

    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, scipy.optimize.approx_fprime, scipy.differentiate, by whatever name.
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
    raise NotImplementedError("write numerical_gradient here")

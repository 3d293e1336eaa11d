r"""What min-max scaling learns from the training set: the smallest and the largest value of each feature.

Rows are examples and columns are features, $N$ of the one and $D$ of the other. Each **column** has a range of its own:

$$\text{low}_j = \min_i x_{ij}, \qquad \text{high}_j = \max_i x_{ij}$$

Return the pair (low, high), two arrays of length $D$. They are kept with the model, and `minmax_apply` uses them unchanged for
every example that comes later.

This is all that a scaling to a fixed range has to know, and also its weakness: of a million values it looks at two, and a single
typing error decides about all the others. Nothing is trimmed here: the extremes are those of all rows, wherever they stand and
whatever their sign. A constant column has low = high.

NaN, the mark of a missing value, is neither small nor large: where a column holds a NaN, both of its numbers are **NaN**, so that
the gap in the data is seen and not covered. The other columns are not affected. Infinite entries are treated as numbers.

Both results are new arrays in the dtype of `x`; do not change `x`.

Source: Han, Kamber and Pei 2011, *Data Mining*, section 3.5.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Min-max scaling: learn the ranges",
    difficulty=1,
    points=5,
    questions=("What is data normalisation, and why is it done?",),
    hints=(
        "A table has a range for each of its columns, and no column should have a say in the range of another: otherwise the "
        "one with the largest unit decides, and all others are squeezed together. So there are as many results of either kind "
        "as there are columns, and each of them has looked down one column over all rows.",
        "The library has both extremes along a chosen axis. If you write the loop yourself, begin with the first row and not "
        "with zero, since a column may be negative throughout. And know what your comparison says about NaN: any comparison with "
        "NaN is false, so a loop with a plain if steps over it silently.",
        "Check that there is a row at all and name x in the error; the library complains about nothing to reduce, in its own "
        "words. Then ask for the smallest and the largest along the axis of the rows, which is the first one. In NumPy and in "
        "PyTorch these hand NaN on, as long as you do not pick the variants that were made to ignore it.",
    ),
    forbid=("torch.aminmax",),
)


def minmax_fit(x: Float[Array, "N D"]) -> tuple[Float[Array, "D"], Float[Array, "D"]]:
    """Find the smallest and the largest value of every column.

    Parameters
    ----------
    x : training set, one row for each example, at least one.

    Returns
    -------
    The smallest and the largest values of the columns, two arrays of length D in the dtype of `x`.

    Raises
    ------
    ValueError
        If there are no rows. The message names the argument: x.

    Examples
    --------
    >>> low, high = minmax_fit(np.array([[3.0, -20.0], [5.0, -40.0], [2.0, -30.0]]))
    >>> low
    array([  2., -40.])
    >>> high
    array([  5., -20.])
    """
    if len(x) == 0:
        raise ValueError("x has no rows")
    return np.min(x, axis=0), np.max(x, axis=0)

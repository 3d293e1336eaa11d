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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.aminmax, by whatever name.
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
    raise NotImplementedError("write minmax_fit here")

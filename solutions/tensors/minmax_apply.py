r"""Scale features to a fixed range, with the smallest and largest values that the training set had.

`minmax_fit` has found $\text{low}_j$ and $\text{high}_j$ for each of the $D$ columns. Every example is moved and stretched so
that this range becomes the one from `lo` to `hi`:

$$y_{ij} = \text{lo} + \frac{x_{ij} - \text{low}_j}{\text{high}_j - \text{low}_j}\,(\text{hi} - \text{lo})$$

In the training set each column then reaches from `lo` to `hi`: from 0 to 1, or from -1 to 1 as for the pixels of an image. Of
other examples nothing of the kind is promised. A value beyond what was seen in training lands beyond `lo` or `hi`, and there it
**stays**: cutting it off would make it look like an ordinary one. And the ranges are used as they are given, not those of `x`.

A column that was constant in training has $\text{high}_j = \text{low}_j$, and no width to divide by. There the width counts **as
1**: the training values become `lo`, and a new value that is larger by 2 ends up $2\,(\text{hi} - \text{lo})$ above. This holds
where the two are exactly equal; a width of $10^{-12}$ is divided by like any other.

The arrays have the same dtype, and so has the result, in the shape of `x`; `lo` and `hi` are plain numbers. There may be any
number of rows, also none. Return a new array; do not change the inputs.

Source: Han, Kamber and Pei 2011, *Data Mining*, section 3.5.2; the rule for constant columns is that of scikit-learn's
`MinMaxScaler`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Min-max scaling: apply it to any data",
    difficulty=1,
    points=5,
    needs=("tensors/minmax_fit",),
    questions=("What is data normalisation, and why is it done?",),
    hints=(
        "Do it in two moves. First measure each value by its own range: how far is it from the lower end, as a share of the "
        "width? That gives 0 at the lower end and 1 at the upper one. Then carry this share over into the new range, which has "
        "a lower end and a width as well. For a new range from 0 to 1 there is nothing left to do, and mistakes stay hidden.",
        "Try the range from -1 to 1 on paper. The share 0 must become -1, the share 1 must become 1, and one half the middle. "
        "The factor is the width of the new range and not its upper end. A share of 3 becomes 5, and nobody should stop it.",
        "Compute the widths of the old ranges first, as an array of their own, and replace each exact zero in it by one; choose "
        "elementwise, without writing into what you were given, and without a small number added to all. Check before all this "
        "that the new range runs upwards, and name lo in the error if it does not.",
    ),
)


def minmax_apply(
    x: Float[Array, "N D"], low: Float[Array, "D"], high: Float[Array, "D"], lo: float = 0.0, hi: float = 1.0
) -> Float[Array, "N D"]:
    """Map the range from `low` to `high` of each column to the range from `lo` to `hi`.

    Parameters
    ----------
    x : examples, one in each row.
    low : smallest value of each column in the training set.
    high : largest value of each column in the training set, not below `low`.
    lo : lower end of the new range.
    hi : upper end of the new range, above `lo`.

    Returns
    -------
    The scaled values, in the shape and dtype of `x`.

    Raises
    ------
    ValueError
        If `lo` is not below `hi`. The message names the argument: lo.

    Examples
    --------
    >>> x = np.array([[3.0, -20.0, 4.0], [5.0, -40.0, 6.0], [2.0, 0.0, 4.0]])
    >>> minmax_apply(x, low=np.array([1.0, -40.0, 4.0]), high=np.array([5.0, -20.0, 4.0]))
    array([[0.5 , 1.  , 0.  ],
           [1.  , 0.  , 2.  ],
           [0.25, 2.  , 0.  ]])
    >>> minmax_apply(np.array([[3.5]]), low=np.array([1.0]), high=np.array([5.0]), lo=-1.0, hi=3.0)
    array([[1.5]])
    """
    if lo >= hi:
        raise ValueError(f"lo must be below hi, got {lo} and {hi}")
    width = high - low
    return lo + (x - low) / np.where(width == 0, width.dtype.type(1), width) * (hi - lo)

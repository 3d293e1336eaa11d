r"""The bag in bagging: as many rows as there are, drawn with replacement, and those that were never drawn.

Bagging trains many models, each on a training set of its own, and lets them vote. Where do the training sets come from, if there
is only one? From a lottery in which every ticket is put back: $n$ times one of the $n$ rows is drawn, any row each time with the
same chance. Some rows come twice or three times, and others not at all. Those others are **out of bag**: they can test the model,
which has not seen them. The chance to be one of them is

$$\Big(1 - \frac1n\Big)^n \approx \frac1e \approx 0.368$$

so a bag holds about 63 % of the different rows. Nothing is set aside beforehand: bagging needs no split into training and
test data.

The lottery's random numbers are given: `u` holds $n$ numbers, uniform from 0 to 1, one for each draw. Cut the interval from 0
to 1 into $n$ equal parts, numbered from 0; draw $j$ takes the row in whose part $u_j$ lies. Where two parts touch, the number
belongs to the upper one: with $n = 4$, 0.25 takes row 1. A $u_j$ of exactly 1, which rounding may make of a number close to it,
belongs to the last part.

Return the tuple (`idx`, `oob`) of two int64 arrays: the drawn rows in the order of the draws, and the rows that were
never drawn in ascending order. `oob` has the shape (0,) if every row was drawn. The dtype of `u` may be float32 or float64.

Source: Efron 1979, *Bootstrap methods: another look at the jackknife*; Breiman 1996, *Bagging predictors*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array


# To be written without sklearn, numpy.random, random, by whatever name.
def bootstrap(u: Float[Array, "n"]) -> tuple[Int[Array, "n"], Int[Array, "n_oob"]]:
    """Draw as many rows as there are, with replacement, and tell which were never drawn.

    Parameters
    ----------
    u : one uniform number from 0 to 1 for each draw, and so one for each row; there is at least one.

    Returns
    -------
    The drawn rows in the order of the draws, and the rows out of bag in ascending order, both int64.

    Raises
    ------
    ValueError
        If a number of `u` is below 0 or above 1. The message names the argument: u.

    Examples
    --------
    >>> bootstrap(np.array([0.91, 0.13, 0.47, 0.95, 0.52, 0.08]))
    (array([5, 0, 2, 5, 3, 0]), array([1, 4]))
    """
    raise NotImplementedError("write bootstrap here")

r"""Standardise examples with statistics that were learnt elsewhere: training set, test set, and the customer of next year.

`standardize_fit` has looked at the training set and found a mean $\mu_j$ and a standard deviation $\sigma_j$ for each of the
$D$ features. Every example, whenever it comes, is measured with them:

$$z_{ij} = \frac{x_{ij} - \mu_j}{\sigma_j}$$

The statistics are **given, and used as they are**. Taking new ones from the test set would be cheating, and with a batch of one
example there would be nothing left: it would be its own mean. So a test set does not come out with mean 0 and variance 1, and
need not. Nor do z-scores have a range: they say how many standard deviations a value is away from the mean, and -7 may be
exactly what makes an example worth looking at. Nothing is cut off.

A feature that was constant in training has $\sigma_j = 0$. It is **only centred**, as if $\sigma_j$ were 1: its training values
become 0, and a new value shows how far it is from the old one, where the formula would make NaN and infinity. This holds for
exactly 0. A $\sigma_j$ of $10^{-12}$ is that of a feature in small units, and is divided by like any other.

All three arrays have the same dtype, and so has the result, in the shape of `x`; there may be any number of rows, also none.
Return a new array; do not change the inputs.

Source: LeCun, Bottou, Orr and Müller 1998, *Efficient BackProp*, section 4.3; the rule for constant features is that of
scikit-learn's `StandardScaler`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


def standardize_apply(x: Float[Array, "N D"], mean: Float[Array, "D"], std: Float[Array, "D"]) -> Float[Array, "N D"]:
    """Turn values into z-scores with a given mean and standard deviation for each column.

    Parameters
    ----------
    x : examples, one in each row.
    mean : mean of each column in the training set.
    std : standard deviation of each column in the training set, at least 0.

    Returns
    -------
    The z-scores, in the shape and dtype of `x`; columns with a `std` of 0 are only centred.

    Examples
    --------
    >>> x = np.array([[5.0, 10.0, 0.1], [8.0, -20.0, 2.1]])
    >>> standardize_apply(x, mean=np.array([3.0, 25.0, 0.1]), std=np.array([2.0, 15.0, 0.0]))
    array([[ 1. , -1. ,  0. ],
           [ 2.5, -3. ,  2. ]])
    """
    raise NotImplementedError("write standardize_apply here")

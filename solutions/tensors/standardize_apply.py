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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Standardisation: apply it to any data",
    difficulty=1,
    points=5,
    needs=("tensors/standardize_fit",),
    questions=("What is data normalisation, and why is it done?",),
    hints=(
        "Everything that has to be learnt from data has been learnt already and stands in two of the arguments. So this function "
        "must give the same answer for an example on its own and in the middle of a thousand others. If you find yourself "
        "computing an average of x here, you are looking at data that the model is not supposed to know.",
        "The arithmetic is a difference and a quotient, and broadcasting lines up the columns by itself. The one thing to add is "
        "the zero in the denominator. Dividing first and repairing the NaN afterwards is not enough: a new value of a constant "
        "feature gives infinity, and the repair does not know what it should have been.",
        "Make a second array of denominators in which every exact zero has been replaced by one, for instance by choosing "
        "elementwise between the two. Choose in a way that makes a new array: putting ones into the array that you were given "
        "would change the statistics of the model for everybody. A threshold or a small number added to all is another answer.",
    ),
)


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
    return (x - mean) / np.where(std == 0, std.dtype.type(1), std)

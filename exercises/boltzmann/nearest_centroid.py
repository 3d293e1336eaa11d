r"""The nearest-centroid classifier: k-means with a teacher, who has sorted the points beforehand.

k-means has to find out which points belong together. Here the labels say so, and no loop is left. For every class $k$ that occurs
among the training labels, the centroid is the mean of its training points; a new point gets the label of the nearest centroid:

$$c_k = \frac{1}{N_k} \sum_{n:\, y_n = k} x_n, \qquad \hat y(x) = \arg\min_k\; \lVert x - c_k \rVert^2$$

The distance is Euclidean, and at a tie the smallest label wins. Labels are whole numbers of any kind: they need not begin at 0,
there may be gaps between them, and they may be negative. They are names, and what is returned is a name.

Only training points make centroids. The test points are classified one by one, so that the answer for one of them does not depend
on the others.

Points may lie far from the origin compared with the distances between them, so take the differences before you square anything.
There is at least one training point; there may be no test points.

Source: Hastie, Tibshirani and Friedman 2009, *The elements of statistical learning*, section 18.2 (where the centroids are
shrunken, too); Manning, Raghavan and Schütze 2008, section 14.2, as Rocchio classification.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array


# To be written without sklearn.neighbors.NearestCentroid, by whatever name.
def nearest_centroid(x_train: Float[Array, "N D"], y_train: Int[Array, "N"], x_test: Float[Array, "M D"]) -> Int[Array, "M"]:
    """Classify points by the nearest class mean.

    Parameters
    ----------
    x_train : the training points, one in each row.
    y_train : their labels, whole numbers of any kind.
    x_test : the points to classify, one in each row.

    Returns
    -------
    A label for each test point, in the dtype of `y_train`.

    Examples
    --------
    >>> x_train, y_train = np.array([[0.0, 0.0], [9.0, 0.0], [2.0, 4.0], [5.0, 1.0]]), np.array([3, 7, 3, -5])
    >>> nearest_centroid(x_train, y_train, np.array([[2.0, 1.0], [4.0, 1.0], [8.0, 3.0], [4.0, 9.0], [0.0, 3.0]]))
    array([ 3, -5,  7,  3,  3])
    """
    raise NotImplementedError("write nearest_centroid here")

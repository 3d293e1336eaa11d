r"""One step of k-means: learning without a teacher, in two lines of mathematics.

There are $N$ points $x_n$ and $K$ centroids $c_k$, and nobody says which point belongs where. One step of Lloyd's algorithm
first **assigns** every point to its nearest centroid, by the squared Euclidean distance,

$$\ell_n = \arg\min_k \; \lVert x_n - c_k \rVert^2 \qquad\text{(at a tie the smallest $k$)}$$

and then **updates** every centroid to the mean of the points that were assigned to it. A centroid without points stays where it
is. The quality of the assignment is the *inertia*, with the centroids **before** the update:

$$J = \sum_n \lVert x_n - c_{\ell_n} \rVert^2$$

Neither half can make $J$ larger, so step after step it falls until nothing changes.

Return the labels, the new centroids and the inertia, in this order. Points may lie far from the origin compared with the
distances between them, so take the differences before you square anything. There is at least one point and one centroid, and all
numbers are finite.

Source: Lloyd 1982, *Least squares quantization in PCM*; MacQueen 1967 for the name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array

ABOUT = About(
    title="One step of k-means",
    difficulty=1,
    points=5,
    questions=(
        "What is the difference between supervised and unsupervised deep learning?",
        "Which tasks of deep learning are supervised, and which are unsupervised?",
    ),
    hints=(
        "There are two halves, and the second one uses the labels of the first. Begin with a table of squared distances that has "
        "one row for each point and one column for each centroid. Everything else can be read from it: the labels are the places "
        "of the smallest numbers of the rows, and the inertia is the sum of these smallest numbers.",
        "For the table, give the points an axis of length 1 in the middle, so that broadcasting makes all pairs of a point and "
        "a centroid; then square and sum over the features. The well-known expansion into three terms is faster on big data, but "
        "far from the origin it subtracts huge numbers and nothing is left.",
        "For the update, begin with a copy of the old centroids. Visit only those clusters that have points and put the mean of "
        "these points there. So nobody divides by zero, and a centroid without points keeps its place by itself. Do not compute "
        "labels or inertia again after that: both belong to the old centroids.",
    ),
    forbid=("sklearn.cluster.KMeans", "scipy.cluster.vq"),
)


def kmeans_step(
    x: Float[Array, "N D"], centroids: Float[Array, "K D"]
) -> tuple[Int[Array, "N"], Float[Array, "K D"], Float[Array, ""]]:
    """Assign every point to its nearest centroid and move the centroids to the means of their points.

    Parameters
    ----------
    x : the points, one in each row.
    centroids : the centroids before the step, one in each row.

    Returns
    -------
    The number of the nearest centroid for each point (integers from 0), the new centroids, and the inertia of the labels with the
    old centroids, as one number.

    Examples
    --------
    >>> x = np.array([[0.0, 1.0], [2.0, 3.0], [8.0, 1.0]])
    >>> labels, centroids, inertia = kmeans_step(x, np.array([[1.0, 1.0], [6.0, 1.0], [0.0, 30.0]]))
    >>> labels
    array([0, 0, 1])
    >>> centroids
    array([[ 1.,  2.],
           [ 8.,  1.],
           [ 0., 30.]])
    >>> inertia
    np.float64(10.0)
    """
    # equivalent: x[:, None] - centroids => centroids - x[:, None], because the sign is lost in the square
    distances = ((x[:, None] - centroids) ** 2).sum(axis=-1)
    labels = distances.argmin(axis=1)
    updated = centroids.copy()
    # equivalent: np.unique(labels) => labels, because it only computes some means more than once
    for k in np.unique(labels):
        updated[k] = x[labels == k].mean(axis=0)
    return labels, updated, distances.min(axis=1).sum()

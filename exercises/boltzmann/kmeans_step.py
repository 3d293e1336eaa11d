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

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array


# To be written without sklearn.cluster.KMeans, scipy.cluster.vq, by whatever name.
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
    raise NotImplementedError("write kmeans_step here")

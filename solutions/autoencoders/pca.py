r"""Principal component analysis: the best linear autoencoder there is, and it needs no training.

The rows of `x` are $N$ samples with $D$ features. Subtract the mean $\mu$ of each feature. Of all orthonormal directions
$v_1, \dots, v_k$ the **principal components** are those that rebuild the centred data with the least squared error:

$$\hat x_n = \mu + \sum_{j=1}^{k} v_j \, v_j^\top (x_n - \mu), \qquad
\mathrm{mse} = \frac{1}{N D} \sum_{n=1}^{N} \lVert \hat x_n - x_n \rVert^2$$

They are the first right singular vectors of the centred data, or the eigenvectors of its covariance matrix with the largest
eigenvalues; what is lost are the squares of the singular values $s_j$ that are left out:

$$\mathrm{mse} = \frac{1}{N D} \sum_{j > k} s_j^2$$

Components stand in the **rows** of a $(k, D)$ array, the one with the most variance first. With $v$, $-v$ would do as well, so
the sign is fixed here: in each component **the entry with the largest absolute value is positive** (no two entries tie).

Only the centre is subtracted: features are not divided by their standard deviations. $k$ may be $D$; then nothing is left out,
and an mse of the size of rounding errors is as good as 0. The data are such that the components are unique, up to the sign: the
first $k$ singular values are positive, and none of them equals another one.

All results have the dtype of `x`, which is not changed.

Source: Pearson 1901, *On lines and planes of closest fit*; Baldi and Hornik 1989, *Neural networks and principal component
analysis: learning from examples without local minima*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Principal component analysis",
    difficulty=1,
    points=5,
    questions=(
        "What are the key facts about autoencoders, and how are they related to PCA?",
        "How do you compute a PCA, and what does it lose?",
    ),
    hints=(
        "Start by moving the cloud of points so that its centre is the origin: each feature loses its own mean. Without this "
        "step the first component points to where the cloud lies, and not along its longest side. Keep the mean, since it is "
        "the first of the three results.",
        "The singular value decomposition of the centred table, with one sample in each row, gives three things. Ask for the "
        "small form of it. The directions in the space of the features are in the last factor, already as rows and in order of "
        "falling singular values. If you prefer eigenvectors of the covariance, note that they come as columns, in rising order.",
        "For the error you need not rebuild anything: the singular values that you did not keep know it. Add up their squares "
        "and divide by the number of all entries of the table. For the sign look up, in each row, where the absolute value is "
        "largest, take the sign of the entry at that place, and multiply the row by it. That entry is the row's maximum or its "
        "minimum.",
    ),
    forbid=("torch.pca_lowrank", "sklearn"),
)


def pca(x: Float[Array, "N D"], k: int) -> tuple[Float[Array, " D"], Float[Array, "k D"], float]:
    """Find the mean, the first principal components, and what is lost if only these are kept.

    Parameters
    ----------
    x : the data, one sample in each row, with at least k + 1 rows.
    k : number of components, from 1 to D.

    Returns
    -------
    The mean of each feature, the components as rows, and the mean squared error of the reconstruction, a single number.

    Raises
    ------
    ValueError
        If k is below 1 or above D. The message names it: k.

    Examples
    --------
    >>> x = np.array([[7.0, 6.0], [-5.0, -3.0], [-0.5, 3.5], [2.5, -0.5]])
    >>> mean, components, mse = pca(x, 1)
    >>> mean
    array([1. , 1.5])
    >>> components
    array([[0.8, 0.6]])
    >>> mse
    np.float64(1.5625)
    >>> mean, components, mse = pca(x, 2)
    >>> components
    array([[ 0.8,  0.6],
           [-0.6,  0.8]])
    """
    if not 1 <= k <= x.shape[1]:
        raise ValueError(f"k must be from 1 to {x.shape[1]}, the number of features, got {k}")
    mean = x.mean(axis=0)
    # equivalent: , full_matrices=False => (nothing), because only the other factor gets larger.
    # equivalent: x - mean => mean - x, because the sign of the components is chosen below.
    # equivalent: False => True, because only the other factor gets larger.
    _, s, v = np.linalg.svd(x - mean, full_matrices=False)

    components = v[:k]
    sign = np.sign(components.max(axis=1, keepdims=True) + components.min(axis=1, keepdims=True))  # of the larger of the two
    # equivalent: components * sign => components / sign, because a sign is 1 or -1.
    return mean, components * sign, np.sum(s[k:] ** 2) / x.size

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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.pca_lowrank, sklearn, by whatever name.
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
    raise NotImplementedError("write pca here")

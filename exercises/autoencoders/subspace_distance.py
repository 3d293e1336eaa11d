r"""How far apart are two subspaces? The right way to compare what a linear autoencoder has learnt with a PCA.

The columns of `a` and of `b` span two subspaces of $\mathbb R^D$. The same subspace has many bases, so comparing the entries of
`a` and `b` says nothing: a linear autoencoder that is trained to the end spans what the first principal components span, but
with slanted vectors of any length. What belongs to the subspace alone is its **orthogonal projector** $P$, the $D \times D$
matrix that sends every vector to the nearest point of the subspace:

$$d(A, B) = \lVert P_A - P_B \rVert_F = \sqrt{\sum_{i,j} (P_A - P_B)_{ij}^2}, \qquad
P_A = Q Q^\top$$

where the columns of $Q$ are any **orthonormal** basis of the column space of $A$. The distance is 0 for two bases of the same
subspace and $\sqrt{2}\,\sin\theta$ for two lines at an angle $\theta$. The subspaces may have different dimensions $r$ and $s$,
and if they are orthogonal, the distance is $\sqrt{r + s}$.

**Dependent columns** add nothing to the subspace. The dimension is the number of singular values above $10^{-5}$ times the
largest one, and what lies below that does not count. A matrix of zeros spans the subspace that contains only the zero vector,
with $P = 0$.

Small distances matter here, and they are to be as exact as the entries of a projector, a few units in the last place of 1. The
identity $d^2 = r + s - 2\,\lVert Q_A^\top Q_B \rVert_F^2$ is true, but it subtracts nearly equal numbers and then takes a root:
half of the digits are gone.

`a` and `b` have the same number of rows, else it is an error; their numbers of columns may be different. Both have at least one
column and the same dtype. Do not change them.

Source: Golub and Van Loan 2013, *Matrix Computations*, section 2.5.3; Baldi and Hornik 1989.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without scipy.linalg.subspace_angles, scipy.linalg.orth, by whatever name.
def subspace_distance(a: Float[Array, "D Ka"], b: Float[Array, "D Kb"]) -> float:
    """Compute the Frobenius distance between the orthogonal projectors onto two column spaces.

    Parameters
    ----------
    a : its columns span the first subspace.
    b : its columns span the second subspace; it has as many rows as `a`.

    Returns
    -------
    The distance, a single number, at least 0.

    Raises
    ------
    ValueError
        If `b` has another number of rows than `a`. The message names it: b.

    Examples
    --------
    >>> a = np.array([[3.0, 1.0], [0.0, 2.0], [0.0, 0.0]])
    >>> b = np.array([[1.0], [0.0], [0.75]])
    >>> np.round(subspace_distance(a, b), 6)
    np.float64(1.311488)
    >>> np.round(subspace_distance(a[:, :1], b), 6)
    np.float64(0.848528)
    >>> c = np.array([[3.0, 6.0], [0.0, 0.0], [0.0, 0.0]])
    >>> np.round(subspace_distance(c, b), 6)
    np.float64(0.848528)
    """
    raise NotImplementedError("write subspace_distance here")

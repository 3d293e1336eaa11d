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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Distance of two subspaces",
    difficulty=2,
    points=10,
    needs=("autoencoders/pca",),
    questions=(
        "What are the key facts about autoencoders, and how are they related to PCA?",
        "How do you tell whether two sets of vectors span the same subspace?",
    ),
    hints=(
        "Everything follows from the projectors, so write a helper that makes one, use it for both matrices, and take the "
        "Frobenius norm of the difference. Do not multiply the matrix with its own transpose as it is: that is a projector only "
        "if its columns have length 1 and stand at right angles. First you need another basis of the same subspace.",
        "Two decompositions give an orthonormal basis. QR does, but it always returns as many columns as the matrix has; if some "
        "of them depend on the others, it fills up with directions that are not in the subspace. The singular value "
        "decomposition tells you, for each of its directions, how much of the matrix lies along it.",
        "Of the left singular vectors keep those whose singular value is above the threshold in the statement; they are an "
        "orthonormal basis. The projector is this basis times its own transpose, D by D, and so the numbers of columns of the "
        "two matrices need not agree. Check the rows first. Zeros need no special case if you compare with a strict "
        "greater-than.",
    ),
    forbid=("scipy.linalg.subspace_angles", "scipy.linalg.orth"),
)


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
    if b.shape[0] != a.shape[0]:
        raise ValueError(f"b has {b.shape[0]} rows, and a has {a.shape[0]}")
    # equivalent: _projector(a) - _projector(b) => _projector(b) - _projector(a), because a square has no sign.
    return np.sqrt(np.sum((_projector(a) - _projector(b)) ** 2))


def _projector(a: Float[Array, "D K"]) -> Float[Array, "D D"]:
    """The matrix that sends a vector to the nearest point of the column space of `a`."""
    u, s, _ = np.linalg.svd(a, full_matrices=False)
    basis = u[:, s > 1e-5 * s[0]]
    # equivalent: basis @ basis.T => -(basis @ basis.T), because then both change their sign, and it is squared.
    return basis @ basis.T

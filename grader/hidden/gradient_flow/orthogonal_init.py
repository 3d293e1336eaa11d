"""Hidden tests of gradient_flow/orthogonal_init."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.gradient_flow.orthogonal_init import orthogonal_init

independent = (
    "(lambda f: gain * (f(gaussian.mT).mT if gaussian.shape[0] < gaussian.shape[1] else f(gaussian)))"
    "(lambda a: torch.linalg.solve_triangular(torch.linalg.cholesky(a.mT @ a).mT, a, upper=True, left=False))"
)


def sample(rng, size="small"):
    """A tall matrix and a gain that is not the default."""
    return (np.array([[-1.7]]) if size == "ones" else rng.normal(size=(5, 3))), 1.3


def test_two_columns_by_hand(yours):
    """The column (5, 12) is scaled, and of (0, -1) remains what does not lie along it, on the same side."""
    agree(yours(np.array([[5.0, 0.0], [12.0, -1.0]])), np.array([[5.0, 12.0], [12.0, -5.0]]) / 13)


@pytest.mark.parametrize("shape", [(6, 4), (4, 4)], ids=["tall", "square"])
def test_columns(yours, rng, shape):
    """In a tall or square matrix the columns are orthonormal, times the gain."""
    w = yours(rng.normal(size=shape), gain=2.0)
    agree(w.T @ w, 4.0 * np.eye(4))


def test_rows(yours, rng):
    """In a wide matrix the rows are orthonormal, times the gain, and it is the transpose of the tall one."""
    gaussian = rng.normal(size=(3, 5))
    w = yours(gaussian, gain=2.0)
    agree(w @ w.T, 4.0 * np.eye(3))
    agree(w, yours(gaussian.T, gain=2.0).T)


@pytest.mark.parametrize("shape", [(4, 4), (2, 5), (7, 1)], ids=["square", "wide", "column"])
def test_unique(yours, rng, shape):
    """The result is the one with positive numbers on the diagonal of R, whatever the library gives."""
    gaussian = rng.normal(size=shape)
    agree(yours(gaussian), orthogonal_init(gaussian))


def test_orthogonal_already(yours):
    """What is orthogonal already comes back as it is: a rotation, a reflection, and minus ones on the diagonal."""
    agree(yours(np.array([[0.6, -0.8], [0.8, 0.6]])), np.array([[0.6, -0.8], [0.8, 0.6]]))
    agree(yours(np.array([[0.6, 0.8], [0.8, -0.6]])), np.array([[0.6, 0.8], [0.8, -0.6]]))
    agree(yours(-np.eye(3)), -np.eye(3))


def test_default_gain(yours, rng):
    """Without a second argument the gain is 1: through fifty such layers a vector keeps its length."""
    x = np.array([3.0, 0.0, -4.0, 12.0])
    for _ in range(50):
        x = yours(rng.normal(size=(4, 4))) @ x
    agree(np.sqrt(np.sum(x * x)), 13.0)


def test_scale_does_not_matter(yours, rng):
    """The Gaussian numbers may be of any scale: only directions count."""
    gaussian = rng.normal(size=(4, 3))
    agree(yours(1e-3 * gaussian), orthogonal_init(gaussian))


@pytest.mark.parametrize("shape", [(4,), (2, 4, 3)], ids=["one_axis", "three_axes"])
def test_bad_shape(yours, rng, shape):
    """What is no matrix raises a ValueError that names the argument."""
    with pytest.raises(ValueError, match="gaussian"):
        yours(rng.normal(size=shape))


def factors(gaussian):
    """Q and R of a tall matrix, or of the transpose of a wide one, as LAPACK gives them."""
    orthogonal_init(gaussian)
    return np.linalg.qr(gaussian.T if gaussian.shape[0] < gaussian.shape[1] else gaussian)


def turned(q, gaussian):
    return q.T if gaussian.shape[0] < gaussian.shape[1] else q


@mistake(
    "The signs are missing: Q is as the library gives it. Flip the columns that have a negative number on the diagonal of R."
)
def forgets_the_signs(gaussian, gain=1.0):
    q, _ = factors(gaussian)
    return gain * turned(q, gaussian)


@mistake("The signs flip rows of Q. They belong to its columns: they have to meet the last axis.")
def flips_the_rows(gaussian, gain=1.0):
    q, r = factors(gaussian)
    return gain * turned(np.sign(np.diag(r))[:, None] * q, gaussian)


@mistake("You make the first row positive. It is the diagonal of R that has to be positive.")
def makes_the_first_row_positive(gaussian, gain=1.0):
    q, _ = factors(gaussian)
    return gain * turned(q * np.sign(q[:1]), gaussian)


@mistake(
    "This is the orthogonal matrix closest to A, from its singular vectors. Here the columns are treated from left to right."
)
def takes_the_closest_matrix(gaussian, gain=1.0):
    orthogonal_init(gaussian)
    u, _, vt = np.linalg.svd(gaussian, full_matrices=False)
    return gain * (u @ vt)


@mistake(
    "You scale the columns to length 1 and leave them at their angles. Subtract from each what it shares with those before it."
)
def only_scales_the_columns(gaussian, gain=1.0):
    orthogonal_init(gaussian)
    return gain * gaussian / np.sqrt(np.sum(gaussian * gaussian, axis=0))


@mistake("A square matrix counts as tall: its columns are treated from left to right, and not its rows.")
def takes_square_for_wide(gaussian, gain=1.0):
    square = gaussian.ndim == 2 and len(gaussian) == gaussian.shape[1]
    return orthogonal_init(gaussian.T, gain).T.copy() if square else orthogonal_init(gaussian, gain)


@mistake("A wide matrix gets the wrong shape: its QR decomposition gives a square Q. Transpose it before, and back in the end.")
def decomposes_wide_matrices_as_they_are(gaussian, gain=1.0):
    orthogonal_init(gaussian)
    q, r = np.linalg.qr(gaussian)
    return gain * q * np.sign(np.diag(r))


@mistake("A wide matrix comes back tall: you forgot to transpose it back.")
def forgets_to_transpose_back(gaussian, gain=1.0):
    w = orthogonal_init(gaussian, gain)
    return w.T.copy() if len(w) < w.shape[1] else w


@mistake("You treat the columns from right to left. It is from left to right: the first one keeps its direction.")
def starts_at_the_right(gaussian, gain=1.0):
    orthogonal_init(gaussian)
    return orthogonal_init(gaussian[::-1, ::-1], gain)[::-1, ::-1].copy()


@mistake(
    "The gain has no effect. Multiply the orthonormal matrix by it, in the end: before, it is lost when columns are scaled to 1."
)
def ignores_the_gain(gaussian, gain=1.0):
    return orthogonal_init(gaussian)


@mistake("You divide by the gain. Multiply the orthonormal matrix by it.")
def divides_by_the_gain(gaussian, gain=1.0):
    return orthogonal_init(gaussian, float(np.divide(1.0, gain)))


@mistake("You divide by the root of the number of columns, as for Gaussian weights. Orthonormal columns need no further scaling.")
def scales_like_gaussian_weights(gaussian, gain=1.0):
    w = orthogonal_init(gaussian, gain)
    return w / float(np.sqrt(w.shape[1]))


@mistake("Any number of axes is accepted. Raise a ValueError that names gaussian unless there are two.")
def accepts_any_number_of_axes(gaussian, gain=1.0):
    return orthogonal_init(np.atleast_2d(gaussian).reshape(-1, gaussian.shape[-1]), gain).reshape(gaussian.shape)


@mistake("A float32 matrix comes back as float64. Keep the dtype of gaussian.")
def returns_float64(gaussian, gain=1.0):
    return orthogonal_init(np.asarray(gaussian, dtype=np.float64), gain)


@mistake("You write the weights into gaussian. Return a new array and leave the input as it was.")
def overwrites_gaussian(gaussian, gain=1.0):
    gaussian[...] = orthogonal_init(gaussian, gain)
    return gaussian


@right
def by_gram_schmidt(gaussian, gain=1.0):
    if gaussian.ndim != 2:
        raise ValueError("gaussian")
    wide = gaussian.shape[0] < gaussian.shape[1]
    columns = list(gaussian if wide else gaussian.T)
    for i in range(len(columns)):
        columns[i] = columns[i] / np.linalg.norm(columns[i])
        for j in range(i + 1, len(columns)):
            columns[j] = columns[j] - (columns[i] @ columns[j]) * columns[i]
    return gain * (np.array(columns) if wide else np.array(columns).T)


@right
def by_full_reflections(gaussian, gain=1.0):
    if gaussian.ndim != 2:
        raise ValueError("gaussian")
    rows, cols = gaussian.shape
    if rows < cols:
        return by_full_reflections(gaussian.T, gain).T
    q, r = np.linalg.qr(gaussian, mode="complete")
    return gain * q[:, :cols] * np.where(np.diagonal(r) < 0, -1, 1).astype(gaussian.dtype)

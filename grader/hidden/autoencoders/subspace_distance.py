"""Hidden tests of autoencoders/subspace_distance."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.autoencoders.subspace_distance import subspace_distance

independent = "torch.linalg.matrix_norm(a @ torch.linalg.pinv(a) - b @ torch.linalg.pinv(b))"


def sample(rng, size="small"):
    """Slanted bases of a three- and a two-dimensional subspace, with vectors of different lengths."""
    if size == "ones":
        return rng.normal(size=(2, 1)), rng.normal(size=(2, 1))
    return spread(rng, 5, 3), spread(rng, 5, 2)


def spread(rng, d, k):
    """A basis that is neither orthogonal nor of length 1, and far from dependent."""
    return np.linalg.qr(rng.normal(size=(d, k)))[0] @ (np.triu(rng.uniform(0.5, 1.0, (k, k))) + np.eye(k)) * rng.uniform(2.0, 3.0)


def test_same_subspace(yours, rng):
    """Two bases of the same subspace have the distance 0, however different they look, and agree on any other subspace."""
    a, c = spread(rng, 5, 3), spread(rng, 5, 2)
    b = a @ np.array([[2.0, -1.0, 0.0], [0.0, 3.0, 1.0], [1.0, 0.0, -0.5]])
    agree(
        [yours(a, c), yours(b, c), yours(a, b), yours(a, -7.0 * a[:, ::-1])], [subspace_distance(a, c)] * 2 + [0.0] * 2, scale=1.0
    )


@pytest.mark.parametrize("angle", [1e-7, 0.3, 2.5])
def test_two_lines(yours, angle):
    """Two lines are the root of 2 times the sine of their angle apart, also where it is tiny; a plane is farther away."""
    plane, line = np.array([[2.0, 0.0], [0.0, 3.0], [0.0, 0.0]]), np.array([[np.cos(angle)], [0.0], [np.sin(angle)]])
    got = [yours(plane, line), yours(plane[:, :1], line)]
    agree(got, [np.sqrt(1 + 2 * np.sin(angle) ** 2), np.sqrt(2) * np.sin(angle)], scale=1.0)


def test_two_planes(yours):
    """Every angle between two planes counts, not only the largest one."""
    a = np.eye(4)[:, :2]
    b = np.array([[0.6, 0.0], [0.0, 5.0], [0.8, 0.0], [0.0, 12.0]])
    agree(yours(a, b), np.sqrt(2 * (0.8**2 + (12 / 13) ** 2)))


def test_orthogonal(yours):
    """A plane and a line at a right angle are the root of 3 apart: dimensions add up."""
    agree(yours(np.array([[1.0, 1.0], [0.0, 2.0], [0.0, 0.0]]), np.array([[0.0], [0.0], [-4.0]])), np.sqrt(3.0))


def test_one_inside_the_other(yours, rng):
    """A line in a plane is 1 away from it, whichever comes first."""
    a = spread(rng, 4, 2)
    b = a @ np.array([[1.0], [-2.0]])
    agree(yours(a, b), 1.0)
    agree(yours(b, a), 1.0)


def test_dependent_columns(yours, rng):
    """A column that depends on the others changes nothing, wherever it stands."""
    a, b = spread(rng, 5, 2), spread(rng, 5, 2)
    want = subspace_distance(a, b)
    for extra in (a[:, :1] * 3.0, a @ np.array([[1.0], [-1.0]]), 0.0 * a[:, :1]):
        agree(yours(np.hstack([a, extra]), b), want)
        agree(yours(b, np.hstack([extra, a])), want)


def test_threshold(yours):
    """A direction of 1.25e-5 times the largest singular value belongs to the subspace, and one of 0.8e-5 times does not."""
    line = np.array([[1.0], [0.0], [0.0]])
    for largest in (1.0, 4000.0, 1e-9):
        agree(yours(np.array([[largest, 0.0], [0.0, 1.25e-5 * largest], [0.0, 0.0]]), line), 1.0)
        agree(yours(line, np.array([[largest, 0.0], [0.0, 0.8e-5 * largest], [0.0, 0.0]])), 0.0, scale=1.0)


def test_nothing_but_zeros(yours, rng):
    """Zeros span nothing: their distance from a subspace is the root of its dimension."""
    a = spread(rng, 4, 3)
    agree(yours(a, np.zeros((4, 2))), np.sqrt(3.0))
    agree(yours(np.zeros((4, 1)), np.zeros((4, 2))), 0.0)


def test_more_columns_than_rows(yours, rng):
    """Many columns still span at most the whole space."""
    agree(yours(rng.normal(size=(2, 5)), np.array([[3.0], [1.0]])), 1.0)


def test_other_number_of_rows(yours, rng):
    """Subspaces of different spaces raise a ValueError that names b, also a b with a single row."""
    for rows in (1, 3, 6):
        with pytest.raises(ValueError, match=r"\bb\b"):
            yours(rng.normal(size=(4, 2)), rng.normal(size=(rows, 2)))


def basis(a):
    u, s, _ = np.linalg.svd(a, full_matrices=False)
    return u[:, s > 1e-5 * s[0]]


def distance(a, b, projector):
    subspace_distance(a, b)
    return np.sqrt(np.sum((projector(a) - projector(b)) ** 2))


@mistake("You compare the bases entry by entry. The same subspace has many bases: compare the projectors.")
def compares_the_bases(a, b):
    subspace_distance(a, b)
    return np.sqrt(np.sum((a - b) ** 2))


@mistake("You take A A^T for the projector. It is one only if the columns are orthonormal: find such a basis first.")
def skips_the_orthonormal_basis(a, b):
    return distance(a, b, lambda a: a @ a.T)


@mistake("You give the columns length 1, but they are not at right angles. Take an orthonormal basis, from an SVD for instance.")
def only_normalizes_the_columns(a, b):
    return distance(a, b, lambda a: (a / np.sqrt((a**2).sum(0))) @ (a / np.sqrt((a**2).sum(0))).T)


@mistake(
    "QR gives a basis vector for every column, even one that depends on the others or is zero. Count such columns out: keep the "
    "singular vectors above the threshold."
)
def takes_every_column_of_qr(a, b):
    return distance(a, b, lambda a: np.linalg.qr(a)[0] @ np.linalg.qr(a)[0].T)


@mistake("Your threshold is absolute. Compare each singular value with 1e-5 times the largest one.")
def has_an_absolute_threshold(a, b):
    def projector(a):
        u, s, _ = np.linalg.svd(a, full_matrices=False)
        return u[:, s > 1e-5] @ u[:, s > 1e-5].T

    return distance(a, b, projector)


@mistake(
    "You leave out only directions that are a rounding error away from 0. The statement sets a higher limit: 1e-5 times the "
    "largest singular value."
)
def has_the_threshold_of_the_library(a, b):
    def projector(a):
        u, s, _ = np.linalg.svd(a, full_matrices=False)
        return u[:, s > 1e-14 * s[0]] @ u[:, s > 1e-14 * s[0]].T

    return distance(a, b, projector)


@mistake("You project onto the row space. The subspace is spanned by the columns: take the left singular vectors.")
def takes_the_rows(a, b):
    subspace_distance(a, b)
    return np.sqrt(np.sum((basis(a.T) @ basis(a.T).T - basis(b.T) @ basis(b.T).T) ** 2))


@mistake(
    "You subtract nearly equal numbers and take a root, so small distances lose half of their digits. Subtract the projectors "
    "entry by entry."
)
def subtracts_nearly_equal_numbers(a, b):
    subspace_distance(a, b)
    p, q = basis(a), basis(b)
    return np.sqrt(np.maximum(p.shape[1] + q.shape[1] - 2 * np.sum((p.T @ q) ** 2), 0))


@mistake("The root is missing: this is the square of the distance.")
def returns_the_square(a, b):
    return subspace_distance(a, b) ** 2


@mistake("You divide by the root of 2. That measures the sines of the angles; here the plain Frobenius norm is asked for.")
def measures_the_sines(a, b):
    return subspace_distance(a, b) * float(np.sqrt(0.5))


@mistake("You take the spectral norm, which sees the largest angle only. Take the root of the sum of squares of all entries.")
def takes_the_spectral_norm(a, b):
    subspace_distance(a, b)
    return np.linalg.norm(basis(a) @ basis(a).T - basis(b) @ basis(b).T, 2)


@mistake("You add up the angles between the subspaces. The distance is the Frobenius norm of the difference of projectors.")
def measures_the_angles(a, b):
    subspace_distance(a, b)
    cosines = np.linalg.svd(basis(a).T @ basis(b), compute_uv=False) if basis(a).size and basis(b).size else 0 * a[0]
    return np.sqrt(2 * np.sum(np.arccos(np.minimum(cosines, 1)) ** 2))


@mistake("You look only at what of `a` sticks out of `b`. What of `b` sticks out of `a` counts as well.")
def looks_from_one_side(a, b):
    subspace_distance(a, b)
    return np.sqrt(2 * np.sum((basis(a) - basis(b) @ (basis(b).T @ basis(a))) ** 2))


@mistake("Different numbers of rows pass unnoticed or fail somewhere inside. Raise a ValueError that names b.")
def checks_nothing(a, b):
    return np.sqrt(np.sum((basis(a) @ basis(a).T - basis(b) @ basis(b).T) ** 2))


@mistake("The result is always float32, so float64 inputs lose half of their digits. Keep the dtype of the inputs.")
def returns_float32(a, b):
    return subspace_distance(a.astype(np.float32), b.astype(np.float32))


@mistake("You normalize the columns in place. Make a new array: the caller's vectors must keep their lengths.")
def overwrites_a(a, b):
    result = subspace_distance(a, b)
    a /= np.sqrt(np.sum(a * a, axis=0))
    return result


@right
def by_the_pseudoinverse(a, b):
    if len(a) != len(b):
        raise ValueError("a and b need the same number of rows")
    return np.linalg.norm(a @ np.linalg.pinv(a, rcond=1e-5) - b @ np.linalg.pinv(b, rcond=1e-5))


@right
def what_sticks_out_on_either_side(a, b):
    if len(a) != len(b):
        raise ValueError("b has the wrong length")
    p, q = basis(a), basis(b)
    return np.hypot(np.linalg.norm(p - q @ (q.T @ p)), np.linalg.norm(q - p @ (p.T @ q)))


@right
def entry_by_entry(a, b):
    if a.shape[0] != b.shape[0]:
        raise ValueError("b does not fit a")
    total = 0.0
    p, q = basis(a), basis(b)
    for i in range(len(a)):
        for j in range(len(a)):
            total += float(np.dot(p[i], p[j]) - np.dot(q[i], q[j])) ** 2
    return total**0.5

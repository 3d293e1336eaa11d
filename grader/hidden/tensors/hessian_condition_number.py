"""Hidden tests of tensors/hessian_condition_number."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.tensors.hessian_condition_number import hessian_condition_number

independent = "torch.linalg.cond(x) ** 2"
SIGNS = np.array([[1.0, 1.0], [1.0, -1.0], [-1.0, 1.0], [-1.0, -1.0]])
TURN = np.array([[0.6, 0.8], [-0.8, 0.6]])


def sample(rng, size="small"):
    """Seven examples of three features that are neither centred nor of one scale."""
    n, d = (1, 1) if size == "ones" else (7, 3)
    return (rng.normal(size=(n, d)) * np.array([1.0, 3.0, 0.5])[:d] + np.array([2.0, -1.0, 0.3])[:d],)


def test_square_of_the_scales(yours):
    """Columns at right angles: lengths of 1 to 50 make a condition number of 2500."""
    agree(yours(SIGNS * np.array([1.0, 50.0])), 2500.0)
    agree(yours(SIGNS * np.array([50.0, 1.0])), 2500.0)


def test_correlation(yours):
    """Two features of one scale with a correlation of 0.9 have a condition number of 19."""
    x = SIGNS @ np.array([[1.0, 0.9], [0.0, np.sqrt(0.19)]])
    agree(yours(x), 19.0)


def test_round_valley(yours):
    """Orthonormal columns give 1, the best there is; so does a single feature."""
    x = np.array([[0.6, 0.0], [0.8, 0.0], [0.0, 1.0]])
    agree(yours(x), 1.0)
    agree(yours(np.array([[3.0], [-1.0], [7.0]])), 1.0)


def test_what_does_not_matter(yours, rng):
    """A common factor, rows written twice and a rotation of the features change nothing."""
    (x,) = sample(rng)
    want = hessian_condition_number(x)
    turn, _ = np.linalg.qr(rng.normal(size=(3, 3)))
    for same in (-250.0 * x, np.concatenate([x, x]), x @ turn):
        agree(yours(same), want)


def test_standardising_helps(yours, rng):
    """For features on scales of 1 and 1000, far from zero, standardising takes it from above 100,000 to below 10."""
    x = rng.normal(size=(200, 2)) * np.array([1.0, 1000.0]) + np.array([3.0, 2000.0])
    agree(yours(x), hessian_condition_number(x))
    agree("large" if yours(x) > 1e5 else "small", "large")
    agree("small" if yours((x - x.mean(axis=0)) / x.std(axis=0)) < 10 else "large", "small")


def test_keeps_the_digits(yours):
    """A condition number of ten billion keeps nine digits: X^T X would lose most of them."""
    agree(yours(SIGNS * np.array([1.0, 1e-5]) @ TURN), 1e10)


def test_ill_is_not_singular(yours):
    """Lengths of 1 and 1e-10 are still told apart, with a condition number of 1e20."""
    agree(yours(np.array([[1.0, 0.0], [0.0, 1e-10], [0.0, 0.0]])), 1e20)


@pytest.mark.parametrize(
    "x",
    [
        [[1, 3], [2, 6], [-5, -15]],
        [[1, 4, 5], [2, -1, 1], [3, 0, 3], [-2, 7, 5]],
        [[2, 0], [1, 0]],
        [[0.1, 0.3], [0.7, 2.1]],
        [[0, 0], [0, 0]],
    ],
    ids=["a_multiple", "a_sum", "a_zero", "up_to_rounding", "zeros"],
)
def test_dependent_features(yours, x):
    """A feature that is a combination of others, up to rounding, makes it infinite."""
    agree(yours(np.array(x, dtype=np.float64)), np.inf)


def test_threshold_grows_with_the_table(yours):
    """In a table of 40 rows lengths of 1 and 20 epsilon count as dependent; 80 epsilon are enough."""
    x = np.zeros((40, 2))
    x[0, 0] = 1.0
    for multiple in (20.0, 80.0):
        x[1, 1] = multiple * 2.0**-52
        agree(bool(np.isinf(yours(x))), multiple < 40)


def test_more_features_than_examples(yours):
    """With fewer examples than features some direction is always flat: infinite."""
    agree(yours(np.array([[1.0, 0.0, 0.0], [0.0, 2.0, 0.0]])), np.inf)
    agree(yours(np.array([[3.0, 4.0]])), np.inf)


def test_epsilon_of_the_dtype(yours):
    """In float32 a combination up to the rounding of float32 is infinite, too."""
    x = np.array([[1.0, 0.1], [2.0, 0.2], [3.0, 0.3], [7.0, 0.7]], dtype=np.float32)
    agree(yours(x), np.inf)


def lengths_of(x):
    return np.linalg.svd(x, compute_uv=False)


def ratio(lengths, x):
    """The result for given singular values, infinite where that of x is."""
    return (lengths[0] / lengths[-1]) ** 2 if np.isfinite(hessian_condition_number(x)) else np.inf


@mistake("This is the condition number of X. The Hessian is made of X twice, so its eigenvalues are squares: square the ratio.")
def forgets_to_square(x):
    return hessian_condition_number(x) ** 0.5


@mistake("The ratio is upside down. Divide the largest by the smallest: a condition number is never below 1.")
def turns_the_ratio_around(x):
    return 1 / hessian_condition_number(x)


@mistake("You divide by the number of examples. Both eigenvalues have that factor, so it cancels: leave the ratio alone.")
def divides_by_the_examples(x):
    return hessian_condition_number(x) / len(x)


@mistake("You subtract the smallest eigenvalue from the largest. Divide: a valley has a shape, and no unit.")
def subtracts_the_eigenvalues(x):
    lengths = lengths_of(x)
    return (lengths[0] ** 2 - lengths[-1] ** 2) / len(x) if np.isfinite(hessian_condition_number(x)) else np.inf


@mistake("You compare the lengths of the columns only, the diagonal of the Hessian. Correlated features make a valley as well.")
def looks_at_the_diagonal(x):
    lengths = np.sort(np.linalg.norm(x, axis=0))[::-1]
    return ratio(lengths, x)


@mistake("The features are centred first, so this is about the covariance. The Hessian is made of X as it is.")
def centres_first(x):
    centred = x - x.mean(axis=0)
    return ratio(lengths_of(centred), x) if len(x) > 1 else hessian_condition_number(x)


@mistake("The features are standardised first, and the harm is hidden that was to be measured. Use X as it is.")
def standardises_first(x):
    if len(x) == 1 or not x.std(axis=0).all():
        return hessian_condition_number(x)
    return ratio(lengths_of((x - x.mean(axis=0)) / x.std(axis=0)), x)


@mistake("You take X X^T, with a row and a column for each example. The Hessian has one for each feature: X^T X.")
def multiplies_the_wrong_way(x):
    return hessian_condition_number(x.T)


@mistake(
    "You compute the eigenvalues of X^T X, and the small ones drown in the rounding of the large ones. Take the singular values "
    "of X and square their ratio."
)
def squares_the_matrix_first(x):
    values = np.linalg.eigvalsh(x.T @ x)
    return values[-1] / values[0] if np.isfinite(hessian_condition_number(x)) else np.inf


@mistake("This is the condition number in the Frobenius norm, which adds up all directions. Take the largest and the smallest.")
def uses_the_frobenius_norm(x):
    lengths = lengths_of(x)
    fro = np.sqrt((lengths**4).sum() * (1 / np.maximum(lengths, 1e-30) ** 4).sum())
    return fro if np.isfinite(hessian_condition_number(x)) else np.inf


@mistake("The ratio is that of the trace to the smallest eigenvalue. Take the largest eigenvalue, not the sum of all.")
def takes_the_trace(x):
    lengths = lengths_of(x)
    return (lengths**2).sum() / lengths[-1] ** 2 if np.isfinite(hessian_condition_number(x)) else np.inf


@mistake(
    "Dependent features leave a singular value that is zero but for rounding, and you divide by it. At most max(N, D) times eps "
    "times the largest counts as 0: return infinity."
)
def divides_by_rounding(x):
    lengths = lengths_of(x)
    return np.inf if len(x) < x.shape[1] or lengths[-1] == 0 else (lengths[0] / lengths[-1]) ** 2


@mistake("Directions without curvature are left out, and a singular problem looks harmless. They make it infinite.")
def leaves_out_the_flat_directions(x):
    lengths = lengths_of(x)
    curved = lengths[lengths > lengths[0] * 1e-6] if np.isinf(hessian_condition_number(x)) else lengths
    return (curved[0] / curved[-1]) ** 2


@mistake("With fewer examples than features you look at the singular values you get. The missing ones are zero: return infinity.")
def forgets_the_missing_ones(x):
    lengths = lengths_of(x)
    return (lengths[0] / lengths[-1]) ** 2 if len(x) < x.shape[1] else hessian_condition_number(x)


@mistake("Nearly dependent features are called dependent: your threshold is too high. Use max(N, D) times eps times the largest.")
def takes_ill_for_singular(x):
    lengths = lengths_of(x)
    return np.inf if lengths[-1] <= 1e-8 * lengths[0] else hessian_condition_number(x)


@mistake("The epsilon is that of float64 for float32 data too, whose rounding it does not see. Ask for the epsilon of x.dtype.")
def uses_the_epsilon_of_float64(x):
    lengths = lengths_of(x)
    flat = len(x) < x.shape[1] or lengths[-1] <= lengths[0] * max(x.shape) * np.finfo(np.float64).eps
    return np.inf if flat else (lengths[0] / lengths[-1]) ** 2


@mistake("The features are scaled in place, and x has changed after the call. Do not touch it: svd takes it as it is.")
def overwrites_x(x):
    result = hessian_condition_number(x)
    x /= len(x) ** 0.5 + 1
    return result


@right
def by_the_triangle_of_qr(x):
    n, d = x.shape
    if n < d:
        return float("inf")
    lengths = np.linalg.svd(np.linalg.qr(x, mode="r"))[1]
    return np.inf if lengths[-1] <= n * np.finfo(x.dtype).eps * lengths[0] else lengths[0] ** 2 / lengths[-1] ** 2


@right
def by_norms_and_rank(x):
    if np.linalg.matrix_rank(x) < x.shape[1]:
        return np.inf
    return float(np.linalg.norm(x, 2) * np.linalg.norm(np.linalg.pinv(x), 2)) ** 2


@right
def by_eigenvalues_of_twice_the_size(x):
    n, d = x.shape
    twice = np.block([[np.zeros((n, n), dtype=x.dtype), x], [x.T, np.zeros((d, d), dtype=x.dtype)]])
    lengths = np.linalg.eigvalsh(twice)[::-1][:d]  # the eigenvalues are the singular values, their negatives, and zeros
    if n < d or lengths[-1] <= max(n, d) * np.finfo(x.dtype).eps * lengths[0]:
        return np.inf
    return (lengths[0] / lengths[-1]) ** 2

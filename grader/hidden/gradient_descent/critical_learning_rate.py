"""Hidden tests of gradient_descent/critical_learning_rate."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.gradient_descent.critical_learning_rate import critical_learning_rate

independent = "2 / torch.linalg.matrix_norm(hessian, 2)"


def sample(rng, size="small"):
    """A bowl whose largest eigenvalue is alone, and is neither the first nor the last that a general routine finds."""
    d = 1 if size == "ones" else 4
    axes = np.linalg.qr(rng.normal(size=(d, d)))[0]
    hessian = axes @ np.diag([0.5, 2.0, 7.0, 1.0][:d] * rng.uniform(0.8, 1.2, d)) @ axes.T
    return ((hessian + hessian.T) / 2,)


def turned(rng, *curvatures):
    """A bowl with the given curvatures along axes that are turned."""
    axes = np.linalg.qr(rng.normal(size=(len(curvatures),) * 2))[0]
    hessian = (axes * np.array(curvatures)) @ axes.T
    return (hessian + hessian.T) / 2


def distance(hessian, lr, steps=4000):
    """How far gradient descent is from the minimum after some steps, with a start at distance 2 along each axis."""
    w = np.full(len(hessian), 2.0)
    for _ in range(steps):
        w = w - lr * (hessian @ w)
    return np.abs(w).max()


def test_converges_below_and_diverges_above(yours):
    """With a thousandth less gradient descent arrives, with a thousandth more it is further away than it began."""
    hessian = np.array([[3.0, 1.0, 0.0], [1.0, 4.0, -2.0], [0.0, -2.0, 5.0]])
    lr = float(yours(hessian))
    agree([bool(distance(hessian, f * lr) < 0.1) for f in (0.999, 1.001)], [True, False])
    agree([bool(distance(hessian, f * lr) > 20) for f in (0.999, 1.001)], [False, True])


def test_one_weight(yours):
    """For one weight with curvature 8 it is 1/4: at 1/8 a single step arrives, at 1/4 it jumps to and fro forever."""
    agree(yours(np.array([[8.0]])), 0.25)


def test_strongest_curvature_decides(yours):
    """Only the strongest curvature counts, wherever it stands; the flat directions do not help."""
    for curvatures in ([16.0, 1.0, 2.0], [1.0, 16.0, 2.0], [0.0, 2.0, 16.0]):
        agree(yours(np.diag(curvatures)), 0.125)


def test_does_not_depend_on_the_axes(yours, rng):
    """However the axes are turned, the result is the same: it is not to be read off the entries."""
    for _ in range(3):
        hessian = turned(rng, 0.5, 5.0, 1.0, 2.0)
        agree(yours(hessian), 0.4)
        hessian[0, 1] *= 1 + 2.0**-52  # symmetric up to the rounding of the last digit
        agree(yours(hessian), 0.4)


def test_negative_entries(yours):
    """Off the diagonal entries may be negative: weights that are strongly correlated make the bowl steep, either way."""
    agree(yours(np.array([[2.0, -1.0], [-1.0, 2.0]])), 2 / 3)
    for correlation in (0.75, -0.75):
        agree(yours(np.array([[1.0, correlation, 0.0], [correlation, 1.0, 0.0], [0.0, 0.0, 1.0]])), 2 / 1.75)


def test_scale(yours, rng):
    """A loss that is four times as large allows a quarter of the learning rate."""
    hessian = turned(rng, 1.0, 3.0, 0.25)
    agree(4 * yours(4 * hessian), yours(hessian))
    agree(yours(hessian), 2 / 3)
    agree(1e-12 * yours(1e-12 * hessian), 2 / 3)


def test_flat_in_some_directions(yours, rng):
    """Fewer samples than weights leave some directions flat, and the others decide."""
    x = rng.normal(size=(2, 5))
    agree(yours(x.T @ x), 2 / np.linalg.norm(x, 2) ** 2)


def test_flat_everywhere(yours):
    """Where the loss is flat everywhere no step is too large: infinity, and no error."""
    agree(yours(np.diag([0.0, 5.0, 0.0])), 0.4)
    agree(yours(np.zeros((3, 3))), np.inf)


def test_not_symmetric(yours):
    """A matrix that is not symmetric is no Hessian, and raises a ValueError that names it."""
    for entry in [(0, 2), (2, 0)]:
        hessian = np.diag([3.0, 2.0, 1.0])
        for off in (0.5, -0.01):
            hessian[entry] = off
            for size in (1.0, 1e-12):
                with pytest.raises(ValueError, match="hessian"):
                    yours(size * hessian)


def checked(hessian):
    """The eigenvalues in ascending order, if the matrix is symmetric."""
    critical_learning_rate(hessian)
    return np.linalg.eigvalsh(hessian)


@mistake("1 / lambda is the rate that arrives in one step. It may be up to twice as large: at 2 / lambda the factor is -1.")
def stops_at_one_over(hessian):
    return critical_learning_rate(hessian) / 2


@mistake("You divide by the trace, the sum of all curvatures. Only the strongest one counts: take the largest eigenvalue.")
def divides_by_the_trace(hessian):
    checked(hessian)
    return 2 / np.trace(hessian) if hessian.any() else np.inf


@mistake("You divide by the largest entry on the diagonal. A valley may lie across the axes: take the largest eigenvalue.")
def divides_by_the_largest_on_the_diagonal(hessian):
    checked(hessian)
    return 2 / np.diag(hessian).max() if hessian.any() else np.inf


@mistake(
    "You divide by the smallest eigenvalue. That direction allows the largest steps, and the others do not: take the largest one."
)
def divides_by_the_smallest(hessian):
    smallest = checked(hessian).min()
    return 2 / smallest if smallest else np.inf


@mistake("You divide by the mean curvature. The steepest direction blows up first: take the largest eigenvalue.")
def divides_by_the_mean(hessian):
    eigenvalues = checked(hessian)
    return 2 / eigenvalues.mean() if hessian.any() else np.inf


@mistake(
    "You add the smallest eigenvalue to the largest. That rate converges fastest, but larger ones converge as well: leave it out."
)
def takes_the_fastest_rate(hessian):
    eigenvalues = checked(hessian)
    return 2 / (eigenvalues.min() + eigenvalues.max()) if hessian.any() else np.inf


@mistake("This is the Frobenius norm, which all curvatures go into. Take the spectral norm: the largest eigenvalue.")
def divides_by_the_frobenius_norm(hessian):
    checked(hessian)
    return 2 / np.linalg.norm(hessian) if hessian.any() else np.inf


@mistake("The largest sum of absolute values in a row is only a bound for the largest eigenvalue. Compute the eigenvalue itself.")
def divides_by_the_largest_row_sum(hessian):
    checked(hessian)
    return 2 / np.abs(hessian).sum(axis=1).max() if hessian.any() else np.inf


@mistake("You take the square of the curvature. A step multiplies by the Hessian once: divide 2 by the eigenvalue itself.")
def divides_by_the_square(hessian):
    largest = checked(hessian).max()
    return 2 / largest**2 if hessian.any() else np.inf


@mistake("You return the largest curvature. The learning rate is what goes with it: 2 divided by it.")
def returns_the_curvature(hessian):
    return checked(hessian).max()


@mistake("Where the loss is flat you divide by zero, and Python raises an error. No step is too large there: return infinity.")
def raises_for_a_flat_loss(hessian):
    critical_learning_rate(hessian)
    return 2.0 / float(np.linalg.eigvalsh(hessian).max())


@mistake("Where the loss is flat you return 0, which would mean that every step is too large. None is: return infinity.")
def returns_zero_for_a_flat_loss(hessian):
    rate = critical_learning_rate(hessian)
    return rate if np.isfinite(rate) else 0.0


@mistake("A tiny number is added below the line, so that a flat loss has a finite limit. Divide by the eigenvalue as it is.")
def adds_eps(hessian):
    return 2 / (np.linalg.eigvalsh(hessian).max() + 1e-8) + 0 / (critical_learning_rate(hessian) + 1)


@mistake(
    "A matrix that is not symmetric passes, and half of it is not even looked at. Compare it with its transpose, and raise "
    "ValueError."
)
def checks_nothing(hessian):
    return critical_learning_rate(np.tril(hessian) + np.tril(hessian, -1).T)


@mistake(
    "You make the matrix symmetric yourself. If it is not, something went wrong before: raise a ValueError that names hessian."
)
def makes_it_symmetric(hessian):
    return critical_learning_rate((hessian + hessian.T) / 2)


@right
def by_singular_values(hessian):
    if np.ptp(hessian - hessian.T) > 2e-5 * np.abs(hessian).max():
        raise ValueError("this hessian is none")
    largest = np.linalg.svd(hessian, compute_uv=False)[0]
    return 2 / largest if largest else np.inf


@right
def by_limits_of_all_directions(hessian):
    if not np.allclose(hessian.T, hessian, rtol=0, atol=1e-5 * np.abs(hessian).max()):
        raise ValueError("hessian")
    limits = [2 / curvature for curvature in np.linalg.eigvals(hessian).real if curvature > 0]
    return min(limits, default=np.inf)


@right
def by_power_iteration(hessian):
    """Squaring again and again: the largest eigenvalue takes over."""
    if not np.allclose(hessian, hessian.T, rtol=0, atol=1e-5 * np.abs(hessian).max()):
        raise ValueError("hessian is not symmetric")
    if not hessian.any():
        return float("inf")
    power = hessian
    for _ in range(12):
        power = power @ power / np.linalg.norm(power @ power)
    return 2 * np.trace(power) / np.trace(power @ hessian)

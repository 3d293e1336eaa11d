"""Hidden tests of backpropagation/numerical_gradient."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.backpropagation.numerical_gradient import numerical_gradient

independent = (
    "scipy.differentiate.jacobian(lambda v: np.apply_along_axis(lambda u: f(u.reshape(x.shape)), 0, v), "
    "x.ravel(), order=2, maxiter=1, initial_step=eps).df.reshape(x.shape)"
)


def sample(rng, size="small"):
    """A function that ties all entries together, with a third derivative that shows the step; no gradient near 0."""
    shape = (1, 1) if size == "ones" else (3, 2)
    c = rng.uniform(0.5, 2.0, shape)

    def f(v):
        return np.sum(c * v**3) + np.sum(v) ** 2

    return f, rng.uniform(0.5, 2.0, shape), 0.1


def test_quadratic(yours, rng):
    """For a quadratic the central difference is exact, however large the step."""
    c = rng.integers(1, 9, (2, 3)).astype(float)

    def f(v):
        return np.sum(c * v * v) - 3.0 * v[0, 1] * v[1, 2]

    x = np.array([[3.0, -1.0, 2.0], [-4.0, 5.0, 1.0]])
    want = 2 * c * x
    want[0, 1] -= 3.0 * x[1, 2]
    want[1, 2] -= 3.0 * x[0, 1]
    agree(yours(f, x, eps=0.5), want, exact=True)


@pytest.mark.parametrize("eps", [1.0, 0.5, 0.125])
def test_error_of_the_step(yours, eps):
    """For a cube the estimate is too large by eps squared, so that half the step leaves a quarter of the error."""
    x = np.array([2.0, -3.0, 0.0, 1.0])
    agree(yours(lambda v: np.sum(v**3), x, eps=eps), 3 * x**2 + eps**2, exact=True)


def test_default_step(yours):
    """Close to the kink of |x| the estimate is the mean slope over one step of 1e-6 to each side."""
    agree(yours(lambda v: np.abs(v).sum(), np.array([3e-7, -2e-7])), np.array([0.3, -0.2]))


def test_kink(yours):
    """At the kink of max(0, v) and of max(0, -v) the estimate is the mean of both slopes, on whichever side f is flat."""
    agree(yours(lambda v: max(0.0, v[0]) + max(0.0, -v[1]), np.zeros(2), eps=0.5), np.array([0.5, -0.5]), exact=True)


def test_whole_numbers(yours):
    """An x of integers is treated as the same x of floats."""
    agree(yours(lambda v: np.sum(v * v), np.array([3, -2, 5]), eps=0.25), np.array([6.0, -4.0, 10.0]), exact=True)


def test_three_axes(yours, rng):
    """Every entry has its own derivative, whatever the number of axes."""
    weight = rng.integers(-9, 10, (2, 1, 3)).astype(float)
    x = rng.integers(-9, 10, (2, 1, 3)).astype(float)
    agree(yours(lambda v: float((weight * v).sum()), x, eps=0.5), weight, exact=True)


def test_shape_of_the_argument(yours, rng):
    """The array that f is given has the shape of x, and not that of a vector."""
    x = rng.integers(-4, 5, (2, 3)).astype(float)

    def f(v):
        return np.sum(np.cumsum(v, axis=0) ** 2)

    agree(yours(f, x, eps=0.5), numerical_gradient(f, x, 0.5), exact=True)


def test_no_axes(yours):
    """The gradient of a function of a 0-d array is a number; f is given 0-d arrays and may answer with one."""

    def f(v):
        return np.array(np.sum(v * v) * (1 + 2 * v.ndim))  # an axis too many shows

    agree(yours(f, np.array(3.0), eps=0.5), 6.0, exact=True)


def entry_by_entry(x, one):
    """A float64 array of the shape of x, filled with one(index)."""
    gradient = np.zeros(np.shape(x))
    for index in np.ndindex(gradient.shape):
        gradient[index] = one(index)
    return gradient[()]


def moved(x, index, step, dtype=np.float64):
    copy = np.array(x, dtype=dtype)
    copy[index] = copy[index] + step
    return copy


def central(f, x, index, step, dtype=np.float64):
    return (f(moved(x, index, step, dtype)) - f(moved(x, index, -step, dtype))) / (2 * step)


@mistake("This is the one-sided difference: f(x) is taken where f one step below belongs. Move each entry up and also down.")
def takes_the_forward_difference(f, x, eps=1e-6):
    return entry_by_entry(x, lambda i: (f(moved(x, i, eps)) - f(moved(x, i, 0.0))) / eps)


@mistake(
    "The second value of f is taken at x itself, and not one step below. In PyTorch point[index] is a view and moves along: "
    "keep a clone of the old value."
)
def keeps_a_view_of_the_entry(f, x, eps=1e-6):
    return entry_by_entry(x, lambda i: (f(moved(x, i, eps)) - f(moved(x, i, 0.0))) / (2 * eps))


@mistake("The gradient is twice too large. The two values of f lie two steps apart: divide by 2 eps.")
def divides_by_one_step(f, x, eps=1e-6):
    return 2 * numerical_gradient(f, x, eps)


@mistake("The signs are turned round: take the value of f above minus the value below.")
def subtracts_the_wrong_way(f, x, eps=1e-6):
    return -numerical_gradient(f, x, eps)


@mistake("All entries are moved at the same time. A partial derivative moves one entry and holds all others.")
def moves_all_entries_at_once(f, x, eps=1e-6):
    x = np.array(x, dtype=np.float64)
    return np.full(x.shape, (f(x + eps) - f(x - eps)) / (2 * eps))[()]


@mistake("Whole rows are moved: the loop runs over the first axis only. Visit every entry, whatever the number of axes.")
def loops_over_the_first_axis(f, x, eps=1e-6):
    rows = range(len(x)) if np.ndim(x) else [()]
    gradient = np.zeros(np.shape(x))
    for i in rows:
        gradient[i] = central(f, x, i, eps)
    return gradient[()]


@mistake("You hand f a vector of all entries. It wants an array of the shape of x: reshape the vector before each call.")
def hands_over_a_vector(f, x, eps=1e-6):
    return numerical_gradient(f, np.ravel(x), eps).reshape(np.shape(x))[()]


@mistake("Entries that were moved are not moved back, so that later differences are taken somewhere else. Restore each one.")
def never_moves_back(f, x, eps=1e-6):
    point = np.array(x, dtype=np.float64)

    def one(index):
        point[index] += eps
        above = f(point)
        point[index] -= 2 * eps
        return (above - f(point)) / (2 * eps)

    return entry_by_entry(x, one)


@mistake(
    "x itself is moved, and comes back only nearly: adding and subtracting the step is not exact. Work on a copy, and keep "
    "the old value (in PyTorch a clone of it)."
)
def restores_by_arithmetic(f, x, eps=1e-6):
    point = np.asarray(x, dtype=np.float64)

    def one(index):
        point[index] += eps
        above = f(point)
        point[index] -= 2 * eps
        below = f(point)
        point[index] += eps
        return (above - below) / (2 * eps)

    return entry_by_entry(x, one)


@mistake("The entries of x itself are moved, and fail where x is read-only. Move the entries of a float64 copy.")
def borrows_the_input(f, x, eps=1e-6):
    point = np.asarray(x, dtype=np.float64)

    def one(index):
        here = point[index]
        point[index] = here + eps
        above = f(point)
        point[index] = here - eps
        below = f(point)
        point[index] = here
        return (above - below) / (2 * eps)

    return entry_by_entry(x, one)


@mistake(
    "You work in the dtype of x. A step vanishes in an integer and drowns in float32: convert x to float64 first, and "
    "return float64."
)
def keeps_the_dtype(f, x, eps=1e-6):
    point, gradient = x.copy(), np.zeros_like(x)
    for index in np.ndindex(x.shape):
        here = point[index]
        point[index] = here + eps
        above = f(point)
        point[index] = here - eps
        below = f(point)
        point[index] = here
        gradient[index] = (above - below) / (2 * eps)
    return gradient[()]


@mistake(
    "The copy that you move has the dtype of x. A step vanishes in an integer and drowns in float32: convert x to float64 "
    "before you move anything."
)
def moves_a_copy_in_the_same_dtype(f, x, eps=1e-6):
    return entry_by_entry(x, lambda i: central(f, x, i, eps, x.dtype))


@mistake("The gradient is float32, which is what torch.zeros gives without a dtype. Make the array for it in float64.")
def returns_float32(f, x, eps=1e-6):
    return numerical_gradient(f, x, eps).astype(np.float32)


@mistake(
    "Where the entries of x do not lie row by row, ravel() and flatten() give a copy, and f never sees what you move in it. "
    "Move the entries of the very array that you hand to f."
)
def moves_a_copy_that_f_never_sees(f, x, eps=1e-6):
    point = np.array(x, dtype=np.float64)
    flat = point.ravel()  # a copy, where the entries do not lie row by row

    def one(index):
        here, i = point[index], np.ravel_multi_index(index, point.shape) if point.ndim else 0
        flat[i] = here + eps
        above = f(point)
        flat[i] = here - eps
        below = f(point)
        flat[i] = here
        return (above - below) / (2 * eps)

    return entry_by_entry(x, one)


@mistake("This is the formula of fourth order, with four values of f. Use the central difference: two values, one step away.")
def takes_four_points(f, x, eps=1e-6):
    return entry_by_entry(x, lambda i: (4 * central(f, x, i, eps) - central(f, x, i, 2 * eps)) / 3)


@mistake("The argument eps has no effect, the step is always 1e-6. Use the step that the caller asks for.")
def ignores_eps(f, x, eps=1e-6):
    return numerical_gradient(f, x)


@mistake("You scale the step by the size of each entry. Here the step is eps itself, the same for all entries.")
def scales_the_step(f, x, eps=1e-6):
    return entry_by_entry(x, lambda i: central(f, x, i, eps * max(1.0, abs(float(x[i])))))


@right
def with_a_fresh_copy_each_time(f, x, eps=1e-6):
    gradient = np.empty(x.shape)
    for index, _ in np.ndenumerate(x):
        above, below = x.astype(float), x.astype(float)
        above[index] += eps
        below[index] -= eps
        gradient[index] = (f(above) - f(below)) / 2 / eps
    return gradient


@right
def along_unit_arrays(f, x, eps=1e-6):
    steps = eps * np.eye(x.size).reshape(x.size, *x.shape)
    return np.array([(f(x + step) - f(x - step)) / (2 * eps) for step in steps]).reshape(x.shape)


@right
def on_the_flat_copy(f, x, eps=1e-6):
    flat = np.array(x, dtype=np.float64).ravel()
    slopes = []
    for i in range(flat.size):
        kept = flat[i]
        flat[i] = kept + eps
        above = float(f(flat.reshape(x.shape)))
        flat[i] -= 2 * eps
        below = float(f(flat.reshape(x.shape)))
        flat[i] = kept
        slopes.append((above - below) * 0.5 / eps)
    return np.reshape(slopes, x.shape)

"""Hidden tests of regularization/relu_interpolator."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.regularization.relu_interpolator import relu_interpolator

independent = (
    "dict(weight1=0 * x[1:, None] + 1, bias1=-x.sort()[0][:-1], weight2=torch.linalg.solve("
    "F.relu(x[:, None] - x.sort()[0][:-1])[x.argsort()[1:]], y[x.argsort()[1:]] - y[x.argmin()])[None], bias2=y[x.argsort()][:1])"
)


def sample(rng, size="small"):
    """Points in no order, with gaps of their own, the first one not the smallest."""
    n = {"ones": 2, "small": 5}.get(size) or int(rng.integers(2, 9))
    x = np.cumsum(rng.uniform(0.3, 1.2, n)) - 2
    return np.concatenate([x[1:], x[:1]]) if n < 3 else np.concatenate([x[2:], x[:2]]), rng.normal(size=n)


def run(net, at):
    """The network that these parameters make, at some inputs."""
    hidden = np.maximum(at[:, None] @ net["weight1"].T + net["bias1"], 0)
    return (hidden @ net["weight2"].T + net["bias2"])[:, 0]


def test_by_hand(yours):
    """Three points in order: the first weight is a slope, the second a change of slope."""
    net = yours(np.array([-1.0, 1.0, 2.0]), np.array([4.0, 1.0, 3.0]))
    want = {"weight1": [[1], [1]], "bias1": [1, -1], "weight2": [[-1.5, 3.5]], "bias2": [4]}
    agree(net, {key: np.array(value, dtype=float) for key, value in want.items()})


def test_two_points(yours):
    """Two points take a single unit, also if they come in falling order."""
    net = yours(np.array([3.0, 1.0]), np.array([2.0, 8.0]))
    want = {"weight1": [[1]], "bias1": [-1], "weight2": [[-3]], "bias2": [8]}
    agree(net, {key: np.array(value, dtype=float) for key, value in want.items()})


def test_learns_by_heart(yours, rng):
    """Labels drawn by tossing a coin are reproduced, all thirty of them."""
    x, y = rng.permutation(30) + rng.uniform(-0.4, 0.4, 30), rng.integers(0, 2, 30) * 1.0
    agree(run(yours(x, y), x), y)


def test_straight_between(yours):
    """Halfway between two neighbours the output is halfway too, and beyond the last the line goes on."""
    x, y = np.array([0.0, 4.0, 1.0]), np.array([2.0, -2.0, 6.0])
    at = np.array([-9.0, -1.0, 0.5, 2.5, 5.5, 101.0])
    agree(run(yours(x, y), at), np.array([2.0, 2.0, 4.0, 2.0, -6.0, 6.0 - 800 / 3]))


def test_points_on_a_line(yours):
    """Points on one line need one bend only: the other weights are zero."""
    net = yours(np.array([2.0, -1.0, 0.0, 5.0]), np.array([5.0, -1.0, 1.0, 11.0]))
    agree(net["weight2"], np.array([[2.0, 0.0, 0.0]]))


def test_order_does_not_matter(yours, rng):
    """The same points in another order are the same network."""
    x, y = sample(rng)
    agree(yours(x[::-1].copy(), y[::-1].copy()), relu_interpolator(x, y))


def test_equal_x(yours):
    """Two equal entries of x raise a ValueError that names it, wherever they stand and whatever their y."""
    for x, y in [([-3.0, 1.0, 1.0, 4.0], [0.0, 2.0, 3.0, 1.0]), ([1.0, -3.0, 4.0, 1.0], [2.0, 0.0, 1.0, 2.0])]:
        with pytest.raises(ValueError, match=r"\bx\b"):
            yours(np.array(x), np.array(y))


def built(x, y, order):
    """The network for points in that order."""
    relu_interpolator(x, y)
    x, y = x[order], y[order]
    slopes = np.diff(y) / np.diff(x)
    changes = np.append(slopes[:1], np.diff(slopes))
    return {"weight1": np.ones_like(x[1:, None]), "bias1": -x[:-1], "weight2": changes[None], "bias2": y[:1]}


@mistake("You take the points in the order in which they come. Sort them first, x and y together.")
def does_not_sort(x, y):
    return built(x, y, np.arange(len(x)))


@mistake("x is sorted and y is not, so that the values belong to other points. Put both in the same order.")
def sorts_x_alone(x, y):
    return relu_interpolator(np.sort(x), y)


@mistake("The weights are the slopes themselves, and they add up along the way. Each one is the change of slope at its point.")
def takes_slopes_for_changes(x, y):
    net = relu_interpolator(x, y)
    return net | {"weight2": np.cumsum(net["weight2"], axis=1)}


@mistake("The distances between the points are not used: a slope is the difference of y divided by that of x.")
def forgets_the_distances(x, y):
    relu_interpolator(x, y)
    return relu_interpolator(x, y) | {"weight2": relu_interpolator(np.argsort(np.argsort(x)).astype(x.dtype), y)["weight2"]}


@mistake("The biases have the wrong sign. A unit is switched on at its point if the bias is minus x there.")
def turns_the_biases_around(x, y):
    net = relu_interpolator(x, y)
    return net | {"bias1": -net["bias1"]}


@mistake("Each unit is switched on at the right end of its piece, one point too late. The first one wakes up at the first point.")
def switches_on_too_late(x, y):
    return relu_interpolator(x, y) | {"bias1": -np.sort(x)[1:]}


@mistake("The first weight is missing its slope: before the first point the slope is 0, and the change there is the whole slope.")
def starts_without_a_slope(x, y):
    net = relu_interpolator(x, y)
    return net | {"weight2": np.where(np.arange(len(x) - 1) == 0, 0, net["weight2"])}


@mistake("The output bias is zero. Left of all points the network says nothing else: make it the y of the first point.")
def forgets_the_output_bias(x, y):
    net = relu_interpolator(x, y)
    return net | {"bias2": 0 * net["bias2"]}


@mistake("The output bias is the y of the point that came first. It belongs to the point with the smallest x.")
def takes_the_bias_of_the_first_to_come(x, y):
    return relu_interpolator(x, y) | {"bias2": y[:1].copy()}


@mistake("The weights of both layers are transposed. A weight has the shape (outputs, inputs): (n-1, 1) and then (1, n-1).")
def transposes_the_weights(x, y):
    net = relu_interpolator(x, y)
    return net | {"weight1": net["weight1"].T.copy(), "weight2": net["weight2"].T.copy()}


@mistake("A float32 input comes back as float64. A zero or a number one put into an array has to have the dtype of x.")
def returns_float64(x, y):
    return relu_interpolator(x.astype(np.float64), y.astype(np.float64))


@mistake("Equal entries of x pass unnoticed, and you divide by zero. Look for them, and raise a ValueError that names x.")
def checks_nothing(x, y):
    order = np.argsort(x)
    x, y = x[order], y[order]
    with np.errstate(all="ignore"):
        slopes = np.diff(y) / np.diff(x)
        changes = np.append(slopes[:1], np.diff(slopes))
    return {"weight1": np.ones_like(x[1:, None]), "bias1": -x[:-1], "weight2": changes[None], "bias2": y[:1]}


@mistake("You look for equal neighbours before you sort, and miss those that stand apart. Sort first.")
def checks_before_sorting(x, y):
    if (x[1:] == x[:-1]).any():
        raise ValueError("x")
    return checks_nothing(x, y)


@right
def unit_by_unit(x, y):
    """What is still missing at the next point is what its unit has to bring."""
    points = sorted(zip(x, y, strict=True))
    at = np.array([p for p, _ in points], dtype=x.dtype)
    if len(set(at.tolist())) < len(at):
        raise ValueError("some x occurs twice")
    weights = np.zeros(len(x) - 1, dtype=x.dtype)
    for i in range(len(weights)):
        reached = points[0][1] + sum(weights[j] * (at[i + 1] - at[j]) for j in range(i))
        weights[i] = (points[i + 1][1] - reached) / (at[i + 1] - at[i])
    first = np.array([points[0][1]], dtype=y.dtype)
    return {"weight1": np.ones((len(weights), 1), dtype=x.dtype), "bias1": -at[:-1], "weight2": weights[None], "bias2": first}


@right
def by_second_differences(x, y):
    if np.unique(x).size != x.size:
        raise ValueError("duplicates in x")
    order = np.lexsort([x])
    slopes = np.zeros_like(x)
    slopes[1:] = (y[order][1:] - y[order][:-1]) / (x[order][1:] - x[order][:-1])
    w = (slopes[1:] - slopes[:-1]).reshape(1, -1)
    return {"bias2": y[order[:1]], "weight2": w, "bias1": -x[order[:-1]], "weight1": np.full_like(w.T, 1)}

"""Hidden tests of gradient_descent/accumulate_gradients."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.gradient_descent.accumulate_gradients import accumulate_gradients

independent = "np.mean([grad_fn(x[i : i + 1], y[i : i + 1]) for i in range(len(x))], axis=0)"


def least_squares(weight):
    """The gradient of the mean squared error of a linear model, by its weights."""

    def grad_fn(x, y):
        w = weight.astype(x.dtype)
        return 2 * x.T @ (x @ w - y) / len(x)

    return grad_fn


def sample(rng, size="small"):
    """Two complete micro-batches and one with a single sample."""
    n, d, micro = (1, 1, 1) if size == "ones" else (7, 4, 3)
    return least_squares(rng.normal(size=d)), rng.normal(size=(n, d)), rng.normal(size=n), micro


def whole(rng, n=7):
    """Whole numbers, and a gradient that is NaN if it is asked for too many samples at once, or for none."""
    x, y = rng.integers(-9, 10, (n, 2)).astype(float), rng.integers(-9, 10, n).astype(float)

    def limited(most):
        def grad_fn(some_x, some_y):
            fits = 0 < len(some_x) <= most
            return (some_x * some_y[:, None]).sum(axis=0) / len(some_x) if fits else np.full(2, np.nan)

        return grad_fn

    return limited, x, y


def test_same_for_every_size(yours, rng):
    """The gradient is that of the large batch, whatever the size of the micro-batches, and no call gets more samples than fit."""
    limited, x, y = whole(rng)
    for micro in (3, 2, 4, 5, 6, 1):
        agree(yours(limited(micro), x, y, micro), (x * y[:, None]).mean(axis=0))


def test_small_last_one(yours):
    """A last micro-batch of one sample counts as one sample and not as much as the others: 1, 1, 3, 3 and 6 make 2.8."""
    agree(yours(lambda x, y: x.mean(axis=0), np.array([[1.0], [1.0], [3.0], [3.0], [6.0]]), np.zeros(5), 2), np.array([2.8]))


def test_complete_ones(yours, rng):
    """If nothing is left over, all micro-batches count alike, and there is no empty one at the end."""
    limited, x, y = whole(rng, 6)
    for micro in (3, 2):
        agree(yours(limited(micro), x, y, micro), (x * y[:, None]).mean(axis=0))


def test_all_fit(yours, rng):
    """If all samples fit, there is one micro-batch, however much room is left."""
    limited, x, y = whole(rng, 3)
    for micro in (3, 4, 100):
        agree(yours(limited(micro), x, y, micro), (x * y[:, None]).mean(axis=0))


def test_neighbours(yours):
    """A micro-batch holds neighbours, as many as fit, so that a batch normalization in it has something to work with."""
    x, y = np.array([[1.0], [8.0], [2.0], [4.0], [0.5]]), np.array([3.0, 0.0, 1.0, 5.0, 7.0])
    agree(yours(lambda x, y: x.max(axis=0) * y.max(), x, y, 2), np.array([(2 * 8 * 3 + 2 * 4 * 5 + 0.5 * 7) / 5]))
    x, y = np.array([[1.0], [2.0], [3.0], [9.0], [4.0], [5.0]]), np.array([2.0, 8.0, 1.0, 0.0, 3.0, 0.0])
    agree(yours(lambda x, y: x.max(axis=0) * y.max(), x, y, 4), np.array([(4 * 9 * 8 + 2 * 5 * 3) / 6]))


def test_shape_of_the_weights(yours, rng):
    """The gradient has the shape of the weights, whatever the shape of a sample and of a label."""
    x, y = rng.integers(-9, 10, (5, 2, 3)).astype(float), rng.integers(-9, 10, (5, 4)).astype(float)
    want = np.einsum("nij,nk->kji", x, y) / 5
    agree(yours(lambda x, y: np.einsum("nij,nk->kji", x, y) / len(x), x, y, 2), want)


def test_bad_size(yours, rng):
    """A micro-batch that holds nothing raises a ValueError that names micro_batch_size."""
    grad_fn, x, y, _ = sample(rng)
    for micro in (0, -2):
        with pytest.raises(ValueError, match="micro_batch_size"):
            yours(grad_fn, x, y, micro)


def pieces(x, y, m):
    """The micro-batches, once the size has been checked."""
    if m < 1:
        raise ValueError("micro_batch_size")
    return [(x[i : i + m], y[i : i + m]) for i in range(0, len(x), m)]


@mistake(
    "You take the mean of the micro-batches' gradients, as if all had the same number of samples. Weight each by its own "
    "share of the samples."
)
def takes_the_mean_of_means(grad_fn, x, y, micro_batch_size):
    grads = [grad_fn(a, b) for a, b in pieces(x, y, micro_batch_size)]
    return sum(grads) / len(grads)


@mistake(
    "You add up the gradients and never divide, so that the step grows with the number of micro-batches. Weight each by its "
    "share."
)
def forgets_to_divide(grad_fn, x, y, micro_batch_size):
    return sum(grad_fn(a, b) for a, b in pieces(x, y, micro_batch_size)) * 1.0


@mistake(
    "You divide the sum of mean gradients by n. Each has been divided already: multiply it by the size of its micro-batch first."
)
def divides_twice(grad_fn, x, y, micro_batch_size):
    return sum(grad_fn(a, b) for a, b in pieces(x, y, micro_batch_size)) / len(x)


@mistake("You return the sum over all samples. The mean is wanted: divide by their number, n.")
def returns_the_sum_over_samples(grad_fn, x, y, micro_batch_size):
    return accumulate_gradients(grad_fn, x, y, micro_batch_size) * len(x)


@mistake("You weight the last micro-batch as if it were complete. Its weight is the number of samples that it has.")
def takes_the_last_for_complete(grad_fn, x, y, micro_batch_size):
    return sum(micro_batch_size / len(x) * grad_fn(a, b) for a, b in pieces(x, y, micro_batch_size))


@mistake("The samples that are left over at the end are lost. They are a smaller micro-batch, which counts.")
def loses_the_rest(grad_fn, x, y, micro_batch_size):
    parts = [(a, b) for a, b in pieces(x, y, micro_batch_size) if len(a) == micro_batch_size or len(x) < micro_batch_size]
    return sum(len(a) * grad_fn(a, b) for a, b in parts) / sum(len(a) for a, _ in parts)


@mistake("Only the last micro-batch is in your result, since each overwrites the one before. Add them up.")
def keeps_the_last_only(grad_fn, x, y, micro_batch_size):
    a, b = pieces(x, y, micro_batch_size)[-1]
    return grad_fn(a, b)


@mistake("Only the first micro-batch is in your result. Go on to the end, and add up all of them.")
def keeps_the_first_only(grad_fn, x, y, micro_batch_size):
    a, b = pieces(x, y, micro_batch_size)[0]
    return grad_fn(a, b)


@mistake("The labels do not move along: every micro-batch gets those of the first samples. Slice y like x.")
def repeats_the_first_labels(grad_fn, x, y, micro_batch_size):
    return sum(len(a) / len(x) * grad_fn(a, y[: len(a)]) for a, _ in pieces(x, y, micro_batch_size))


@mistake("You hand over all samples at once, which do not fit into memory. Call grad_fn with micro_batch_size samples at a time.")
def takes_all_at_once(grad_fn, x, y, micro_batch_size):
    pieces(x, y, micro_batch_size)
    return grad_fn(x, y)


@mistake("You hand over one sample at a time. As many as fit belong into a micro-batch: micro_batch_size of them.")
def takes_one_at_a_time(grad_fn, x, y, micro_batch_size):
    pieces(x, y, micro_batch_size)
    return accumulate_gradients(grad_fn, x, y, 1)


@mistake("You make micro_batch_size pieces. It says how many samples a micro-batch has, and not how many there are.")
def makes_that_many_pieces(grad_fn, x, y, micro_batch_size):
    pieces(x, y, micro_batch_size)
    return accumulate_gradients(grad_fn, x, y, -(-len(x) // micro_batch_size))


@mistake("You deal the samples in turn. A micro-batch holds neighbours: slices of x and y.")
def deals_in_turn(grad_fn, x, y, micro_batch_size):
    count = len(pieces(x, y, micro_batch_size))
    return sum(len(x[i::count]) / len(x) * grad_fn(x[i::count], y[i::count]) for i in range(count))


@mistake("grad_fn is called once more with no samples at all, and the mean over nothing is NaN. Stop before the end of x.")
def ends_with_an_empty_one(grad_fn, x, y, micro_batch_size):
    grad = accumulate_gradients(grad_fn, x, y, micro_batch_size)
    return grad if len(x) % micro_batch_size else grad + np.nan


@mistake("The result is float64 whatever grad_fn returns. Add up in the dtype of the gradients.")
def returns_float64(grad_fn, x, y, micro_batch_size):
    return accumulate_gradients(grad_fn, x, y, micro_batch_size).astype(np.float64)


@mistake("A micro_batch_size of 0 or below passes, or fails by accident. Check it first, and raise a ValueError that names it.")
def checks_nothing(grad_fn, x, y, micro_batch_size):
    return accumulate_gradients(grad_fn, x, y, max(micro_batch_size, 1))


@right
def by_sums(grad_fn, x, y, micro_batch_size):
    if micro_batch_size <= 0:
        raise ValueError("micro_batch_size")
    total, done = None, 0
    while done < len(x):
        some = min(micro_batch_size, len(x) - done)
        part = some * grad_fn(x[done : done + some], y[done : done + some])
        total = part if total is None else total + part
        done += some
    return total / len(x)


@right
def by_a_running_mean(grad_fn, x, y, micro_batch_size):
    mean, seen = 0.0, 0
    for a, b in pieces(x, y, micro_batch_size):
        seen += len(a)
        mean = mean + (grad_fn(a, b) - mean) * (len(a) / seen)
    return mean


@right
def by_average(grad_fn, x, y, micro_batch_size):
    if micro_batch_size < 1:
        raise ValueError("micro_batch_size is too small")
    cuts = range(micro_batch_size, len(x), micro_batch_size)
    parts = list(zip(np.split(x, cuts), np.split(y, cuts), strict=True))
    grads = np.stack([grad_fn(a, b) for a, b in parts])
    sizes = np.array([len(a) for a, _ in parts], dtype=x.dtype)
    return np.tensordot(sizes, grads, axes=1) / len(x)

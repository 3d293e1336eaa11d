"""Hidden tests of gradient_descent/linear_gd."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.gradient_descent.linear_gd import linear_gd

independent = (
    "(lambda steps: (steps[-1], len(steps)))([weight := weight - lr * torch.autograd.grad(F.mse_loss(x[b] @ weight, y[b]), "
    "weight, create_graph=True)[0] for order in orders for b in order.split(batch_size)])"
)


def sample(rng, size="small"):
    """Two epochs in different orders, whose last batch has a single sample."""
    if size == "ones":
        return rng.normal(size=(1, 1)), rng.normal(size=1), rng.normal(size=1), 0.3, 1, np.array([[0]])
    orders = np.stack([rng.permutation(7), rng.permutation(7)])
    return rng.normal(size=(7, 4)), rng.normal(size=7), rng.normal(size=4), 0.05, 3, orders


def whole(rng, n, d=2):
    """Samples, labels and weights that are whole numbers."""
    return rng.integers(-4, 5, (n, d)).astype(float), rng.integers(-9, 10, n).astype(float), rng.integers(-3, 4, d).astype(float)


def test_two_samples_by_hand(yours):
    """Two stochastic updates, by hand: 0 to 1.5 to 0.5, and in the other order 0 to 2 to 2.5."""
    x, y = np.array([[1.0], [2.0]]), np.array([3.0, 2.0])
    agree(yours(x, y, np.zeros(1), 0.25, 1, np.array([[0, 1]])), (np.array([0.5]), 2), exact=True)
    agree(yours(x, y, np.zeros(1), 0.25, 1, np.array([[1, 0]])), (np.array([2.5]), 2), exact=True)


def test_number_of_updates(yours, rng):
    """The updates are counted: in each epoch as many as there are batches, complete or not."""
    x, y, weight = whole(rng, 7)
    orders = np.stack([rng.permutation(7) for _ in range(3)])
    for batch_size, count in [(1, 21), (2, 12), (3, 9), (6, 6), (7, 3), (50, 3)]:
        agree(yours(x, y, weight, 0.001, batch_size, orders)[1], count)


def test_full_batch_does_not_care_for_the_order(yours, rng):
    """With all samples in one batch the order is of no importance, and the step follows the mean gradient."""
    x, y, weight = whole(rng, 6)
    want = weight - 0.125 * 2 / 6 * x.T @ (x @ weight - y)
    for batch_size in (6, 9):
        agree(yours(x, y, weight, 0.125, batch_size, rng.permutation(6)[None]), (want, 1))


def test_mean_and_not_sum(yours, rng):
    """A batch of four times the same sample makes the same step as that sample alone: the loss is a mean."""
    x, y, weight = whole(rng, 1)
    agree(
        yours(np.repeat(x, 4, axis=0), np.repeat(y, 4), weight, 0.125, 4, np.arange(4)[None]),
        (weight - (x @ weight - y) * x[0] / 4, 1),
    )


def test_small_last_batch(yours):
    """What is left over makes a step with the mean over its own samples."""
    x, y = np.array([[0.0], [0.0], [0.0], [1.0], [1.0]]), np.array([0.0, 0.0, 0.0, 8.0, 4.0])
    agree(yours(x, y, np.zeros(1), 0.25, 3, np.arange(5)[None]), (np.array([3.0]), 2), exact=True)


def test_one_epoch_is_enough(yours, rng):
    """Where every sample has a weight to itself, one stochastic epoch finds them all; a full batch goes a quarter of the way."""
    x, y = np.eye(4)[rng.permutation(4)], np.array([4.0, -8.0, 12.0, 2.0])
    agree(yours(x, y, np.zeros(4), 0.5, 1, rng.permutation(4)[None]), (x.T @ y, 4), exact=True)
    agree(yours(x, y, np.zeros(4), 0.5, 4, rng.permutation(4)[None]), (x.T @ y / 4, 1), exact=True)


def test_sorted_labels(yours):
    """If the labels are sorted, the weight follows the class seen last, 0.97 where the mean is 0.5; a full batch finds 0.5."""
    x, y, order = np.full((10, 1), 1.0), np.array([0.0] * 5 + [1.0] * 5), np.arange(10)[None]
    agree(yours(x, y, np.zeros(1), 0.25, 1, order), (np.array([1 - 1 / 32]), 10), exact=True)
    agree(yours(x, y, np.zeros(1), 0.5, 10, order), (np.array([0.5]), 1))


def test_epochs_follow_each_other(yours, rng):
    """Two epochs at once are the same as one after the other."""
    x, y, weight, lr, batch_size, orders = sample(rng)
    middle, _ = yours(x, y, weight, lr, batch_size, orders[:1])
    agree(yours(x, y, weight, lr, batch_size, orders)[0], yours(x, y, middle, lr, batch_size, orders[1:])[0])
    agree(middle, linear_gd(x, y, weight, lr, batch_size, orders[:1])[0])


def test_no_epochs(yours, rng):
    """Without an epoch there is no update, and the weights come back as a copy."""
    x, y, weight, lr, batch_size, orders = sample(rng)
    agree(yours(x, y, weight, lr, batch_size, orders[:0]), (weight, 0), exact=True)


def test_bad_batch_size(yours, rng):
    """A batch that holds nothing raises a ValueError that names batch_size."""
    x, y, weight, lr, _, orders = sample(rng)
    for batch_size in (0, -2):
        with pytest.raises(ValueError, match="batch_size"):
            yours(x, y, weight, lr, batch_size, orders)


def descend(x, y, weight, orders, batch_size, step, drop_last=False):
    """All updates by step(x_batch, y_batch, weight), and their number."""
    if batch_size < 1:
        raise ValueError("batch_size")
    updates, weight = 0, weight.copy()
    for order in orders:
        stop = len(order) - len(order) % batch_size if drop_last else len(order)
        for start in range(0, stop, batch_size):
            batch = order[start : start + batch_size]
            weight, updates = weight - step(x[batch], y[batch], weight), updates + 1
    return weight, updates


def gradient(x, y, weight):
    return 2 / len(x) * (x @ weight - y) @ x


@mistake(
    "You take the sum over a batch, so that larger batches make larger steps. The loss is a mean: divide by the size of the "
    "batch."
)
def sums_over_the_batch(x, y, weight, lr, batch_size, orders):
    return descend(x, y, weight, orders, batch_size, lambda a, b, w: lr * len(a) * gradient(a, b, w))


@mistake("You divide by the number of all samples, in every batch. Divide by the size of the batch that the gradient is from.")
def divides_by_all_samples(x, y, weight, lr, batch_size, orders):
    return descend(x, y, weight, orders, batch_size, lambda a, b, w: lr * len(a) / len(x) * gradient(a, b, w))


@mistake("You divide by batch_size also where fewer samples are left. Divide by the number of samples in the batch at hand.")
def takes_the_last_for_complete(x, y, weight, lr, batch_size, orders):
    return descend(x, y, weight, orders, batch_size, lambda a, b, w: lr * len(a) / batch_size * gradient(a, b, w))


@mistake("The factor 2 is missing: the loss is the mean of squares, without one half in front. Differentiate the square.")
def forgets_the_two(x, y, weight, lr, batch_size, orders):
    return linear_gd(x, y, weight, lr / 2, batch_size, orders)


@mistake("The weights walk uphill. Subtract the gradient, with the error being prediction minus label.")
def adds_the_gradient(x, y, weight, lr, batch_size, orders):
    return linear_gd(x, y, weight, -lr, batch_size, orders)


@mistake("Samples that are left over at the end of an epoch are lost. They are a smaller batch, and make an update.")
def loses_the_rest(x, y, weight, lr, batch_size, orders):
    return descend(x, y, weight, orders, batch_size, lambda a, b, w: lr * gradient(a, b, w), drop_last=True)


@mistake(
    "There is one update in an epoch, from its first batch only. An epoch goes on until every sample was used: loop over its "
    "batches."
)
def makes_one_update_per_epoch(x, y, weight, lr, batch_size, orders):
    linear_gd(x, y, weight, lr, batch_size, orders)
    return linear_gd(x, y, weight, lr, len(x), orders[:, :batch_size])


@mistake(
    "All gradients of an epoch are taken at the weights of its beginning. Update after every batch, and take the next gradient "
    "at the new weights."
)
def updates_after_the_epoch(x, y, weight, lr, batch_size, orders):
    weight, updates = weight.copy(), 0
    for order in orders:
        new, more = descend(x, y, weight * 0, order[None], batch_size, lambda a, b, _, w=weight: lr * gradient(a, b, w))
        weight, updates = weight + new, updates + more
    return weight, updates


@mistake("Every epoch starts from the first weights again. Let it go on from where the epoch before has ended.")
def starts_again_every_epoch(x, y, weight, lr, batch_size, orders):
    _, updates = linear_gd(x, y, weight, lr, batch_size, orders)
    return linear_gd(x, y, weight, lr, batch_size, orders[-1:])[0], updates


@mistake("orders has no effect: you take the samples as they lie. Index x and y with pieces of each row of orders.")
def ignores_the_order(x, y, weight, lr, batch_size, orders):
    return linear_gd(x, y, weight, lr, batch_size, np.sort(orders))


@mistake("Every epoch uses the first row of orders. Each has a row of its own: loop over them.")
def repeats_the_first_order(x, y, weight, lr, batch_size, orders):
    return linear_gd(x, y, weight, lr, batch_size, np.concatenate([orders[:1]] * len(orders) or [orders]))


@mistake("Samples and labels do not belong together: only x follows the order. Index y with the same piece of it.")
def forgets_to_shuffle_the_labels(x, y, weight, lr, batch_size, orders):
    if batch_size < 1:
        raise ValueError("batch_size")
    weight, updates = weight.copy(), 0
    for order in orders:
        weight, more = linear_gd(x[order], y, weight, lr, batch_size, np.arange(len(x))[None])
        updates += more
    return weight, updates


@mistake("You count epochs, each of which has several updates. Count one for every batch.")
def counts_the_epochs(x, y, weight, lr, batch_size, orders):
    return linear_gd(x, y, weight, lr, batch_size, orders)[0], len(orders)


@mistake("You count samples. There is one update for each batch, and not one for each sample in it.")
def counts_the_samples(x, y, weight, lr, batch_size, orders):
    return linear_gd(x, y, weight, lr, batch_size, orders)[0], orders.size


@mistake("You write the updates into the weights of the caller. Start from a copy of them, and return a new array.")
def overwrites_weight(x, y, weight, lr, batch_size, orders):
    weight[...], updates = linear_gd(x, y, weight, lr, batch_size, orders)
    return weight, updates


@mistake("Without an epoch you hand back the array of the caller. Start from a copy of the weights.")
def hands_back_what_does_not_move(x, y, weight, lr, batch_size, orders):
    new = linear_gd(x, y, weight, lr, batch_size, orders)
    return new if len(orders) else (weight, 0)


@mistake("Float32 weights come back as float64. Keep the dtype: do not convert anything.")
def returns_float64(x, y, weight, lr, batch_size, orders):
    return linear_gd(x.astype(np.float64), y, weight, lr, batch_size, orders)


@mistake("A batch_size of 0 or below passes, or fails by accident. Check it first, and raise a ValueError that names batch_size.")
def checks_nothing(x, y, weight, lr, batch_size, orders):
    return linear_gd(x, y, weight, lr, max(batch_size, 1), orders)


@right
def sample_by_sample(x, y, weight, lr, batch_size, orders):
    if batch_size <= 0:
        raise ValueError("batch_size must be positive")
    w, updates = [*weight], 0
    for order in orders:
        rest = [*order]
        while rest:
            batch, rest = rest[:batch_size], rest[batch_size:]
            slope = [x.dtype.type(0)] * len(w)
            for i in batch:
                error = sum(a * b for a, b in zip(x[i], w, strict=True)) - y[i]
                slope = [s + 2 * error * a for s, a in zip(slope, x[i], strict=True)]
            w = [a - x.dtype.type(lr) * s / len(batch) for a, s in zip(w, slope, strict=True)]
            updates += 1
    return np.array(w, dtype=weight.dtype), updates


@right
def by_normal_matrices(x, y, weight, lr, batch_size, orders):
    if not batch_size >= 1:
        raise ValueError("batch_size")
    cuts = range(batch_size, len(x), batch_size)
    batches = [batch for order in orders for batch in np.split(order, cuts)]
    weight = np.array(weight)
    for batch in batches:
        some = x[batch]
        weight -= lr * (some.T @ some @ weight - some.T @ y[batch]) * 2 / len(some)
    return weight, len(batches)


@right
def by_einsum(x, y, weight, lr, batch_size, orders):
    return descend(
        x,
        y,
        weight,
        orders,
        batch_size,
        lambda a, b, w: 2 * lr * np.einsum("bd,b->bd", a, np.einsum("bd,d->b", a, w) - b).mean(0),
    )

"""Hidden tests of gradient_descent/shuffle_together."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.gradient_descent.shuffle_together import shuffle_together

independent = "(torch.take_along_dim(x, perm[:, None, None].expand(x.shape), 0), y.gather(0, perm))"


def sample(rng, size="small"):
    """Images with whole numbers for labels, and a permutation that is neither its own inverse nor a square of one."""
    if size == "ones":
        return rng.normal(size=(1, 1, 1)), rng.integers(1, 9, 1), np.zeros(1, dtype=np.int64)
    a, b, c, d, e = rng.permutation(5)
    perm = np.empty(5, dtype=np.int64)
    perm[[a, b, c, d, e]] = [b, c, d, e, a]  # one cycle through all of them
    return rng.normal(size=(5, 2, 3)), rng.permutation(5) + 1, perm


def test_samples_keep_their_labels(yours, rng):
    """Every sample keeps its label: where the label is the sum of the features before, it is so afterwards."""
    x = rng.integers(-9, 10, (12, 3)).astype(float)
    new_x, new_y = yours(x, x.sum(axis=1), rng.permutation(12))
    agree(new_y, new_x.sum(axis=1), exact=True)
    agree(np.sort(new_y), np.sort(x.sum(axis=1)), exact=True)


def test_first_in_perm_comes_first(yours):
    """The sample that perm names first comes first; it is not the place where sample 0 goes."""
    x, y = np.array([0.25, 1.25, 2.25, 3.25]), np.array([10, 11, 12, 13])
    agree(yours(x, y, np.array([2, 0, 3, 1])), (np.array([2.25, 0.25, 3.25, 1.25]), np.array([12, 10, 13, 11])))


def test_there_and_back(yours, rng):
    """The inverse permutation brings everything back to its place."""
    x, y, perm = sample(rng)
    there = yours(x, y, perm)
    agree(yours(*there, np.argsort(perm)), (x, y))
    agree(there, shuffle_together(x, y, perm))


def test_one_after_the_other(yours, rng):
    """Two shuffles in a row are one, by the first permutation indexed by the second."""
    x, y, first = sample(rng)
    second = np.array([1, 2, 3, 4, 0])
    agree(yours(*yours(x, y, first), second), shuffle_together(x, y, first[second]))


def test_nothing_moves(yours, rng):
    """If perm counts from 0 upwards, nothing moves, and the arrays are new all the same."""
    x, y, _ = sample(rng)
    agree(yours(x, y, np.arange(5)), (x, y))


def test_features_stay(yours, rng):
    """Only the first axis is shuffled, also where there are as many features as samples, and labels are vectors."""
    x, y = rng.normal(size=(4, 4)), rng.normal(size=(4, 4))
    new_x, new_y = yours(x, y, np.array([1, 2, 3, 0]))
    agree(new_x, np.stack([x[1], x[2], x[3], x[0]]))
    agree(new_y, np.stack([y[1], y[2], y[3], y[0]]))
    agree(yours(x, y[:, :1], np.array([1, 2, 3, 0]))[1], np.stack([y[1, :1], y[2, :1], y[3, :1], y[0, :1]]))


def test_full_batch_gradient_stays(yours, rng):
    """The gradient over all samples is the same before and after: full-batch gradient descent does not care."""
    x, y, w = rng.normal(size=(5, 3)), rng.normal(size=5), rng.normal(size=3)
    new_x, new_y = yours(x, y, sample(rng)[2])
    agree((new_x @ w - new_y) @ new_x, (x @ w - y) @ x)


def test_no_samples(yours):
    """An empty data set stays empty, in its shape."""
    agree(yours(np.zeros((0, 3)), np.zeros(0), np.zeros(0, dtype=np.int64)), (np.zeros((0, 3)), np.zeros(0)))
    agree(yours(np.array([[2.5, 1.5]]), np.array([7]), np.array([0])), (np.array([[2.5, 1.5]]), np.array([7])))


def test_missing_labels(yours, rng):
    """A label too few or too many raises a ValueError that names y."""
    for count in (4, 6):
        with pytest.raises(ValueError, match=r"\by\b"):
            yours(rng.normal(size=(5, 2)), rng.normal(size=count), rng.permutation(5))


def test_no_permutation(yours, rng):
    """An order that leaves out a sample or names one twice raises a ValueError that names perm."""
    for perm in [[0, 1], [0, 1, 2, 2], [0, 3, 3], [0, 1, 1], [1, 2, 3], [0, 1, -1]]:
        with pytest.raises(ValueError, match="perm"):
            yours(rng.normal(size=(3, 2)), rng.normal(size=3), np.array(perm))


@mistake("Only the samples are shuffled, so that they lose their labels. Index y with the same permutation.")
def shuffles_the_samples_only(x, y, perm):
    return shuffle_together(x, y, perm)[0], y.copy()


@mistake("Only the labels are shuffled, so that the samples lose them. Index x with the same permutation.")
def shuffles_the_labels_only(x, y, perm):
    return x.copy(), shuffle_together(x, y, perm)[1]


@mistake(
    "Samples and labels are shuffled in different ways, which tears the pairs apart. Use one permutation for both, as it is."
)
def shuffles_twice(x, y, perm):
    return shuffle_together(x, y, perm)[0], y[perm][perm]


@mistake(
    "This is the inverse order: you write sample i to the place perm[i]. Read instead: the sample that comes out at place i is "
    "sample perm[i]."
)
def takes_the_inverse(x, y, perm):
    shuffle_together(x, y, perm)
    return shuffle_together(x, y, np.argsort(perm))


@mistake(
    "You swap entries one after another, so that later swaps move what has arrived already. Read from x and write to a new array."
)
def swaps_one_by_one(x, y, perm):
    new_x, new_y = shuffle_together(x, y, np.arange(len(x)))
    shuffle_together(x, y, perm)
    for i, j in enumerate(perm):
        new_x[[i, j]], new_y[[i, j]] = new_x[[j, i]], new_y[[j, i]]
    return new_x, new_y


@mistake("perm has no effect: samples and labels stay where they were. Index both with it.")
def ignores_perm(x, y, perm):
    shuffle_together(x, y, perm)
    return x.copy(), y.copy()


@mistake("The features of the samples are shuffled as well. Only the first axis is: what belongs to one sample stays as it is.")
def shuffles_the_features(x, y, perm):
    new_x, new_y = shuffle_together(x, y, perm)
    return (new_x[:, perm] if x.ndim > 1 and x.shape[1] == len(perm) else new_x), new_y


@mistake("The labels come first in what you return. Return the samples first: x, y.")
def returns_the_labels_first(x, y, perm):
    return shuffle_together(x, y, perm)[::-1]


@mistake(
    "Labels that are whole numbers come back as floats, as after joining both arrays. Keep the dtype of y: index it for itself."
)
def turns_labels_into_floats(x, y, perm):
    new_x, new_y = shuffle_together(x, y, perm)
    return new_x, new_y.astype(x.dtype)


@mistake("Samples of a smaller dtype come back as float64. Keep the dtype of x: indexing does.")
def returns_float64(x, y, perm):
    return shuffle_together(x.astype(np.float64), y, perm)


@mistake("The samples come back flattened, one vector each. Keep the shape of a sample: index the first axis only.")
def flattens_the_samples(x, y, perm):
    new_x, new_y = shuffle_together(x, y, perm)
    return (new_x.reshape(len(x), int(np.prod(x.shape[1:]))) if x.ndim > 2 else new_x), new_y


@mistake("You shuffle the arrays of the caller. Return new ones: indexing with an array of numbers makes them.")
def shuffles_in_place(x, y, perm):
    x[...], y[...] = shuffle_together(x, y, perm)
    return x, y


@mistake("If nothing moves, you hand back the arrays of the caller. Return new ones in every case.")
def hands_back_what_does_not_move(x, y, perm):
    new = shuffle_together(x, y, perm)
    return (x, y) if np.array_equal(perm, np.arange(len(perm))) else new


@mistake("More or fewer labels than samples pass unnoticed. Compare the lengths, and raise a ValueError that names y.")
def does_not_count_the_labels(x, y, perm):
    return shuffle_together(x, x, perm)[0], y[perm[perm < len(y)]]


@mistake("A perm that is no permutation of all samples passes unnoticed. Check it first, and raise a ValueError that names perm.")
def does_not_check_perm(x, y, perm):
    shuffle_together(x, y, np.arange(len(x)))
    return x[perm % max(len(x), 1)], y[perm % max(len(x), 1)]


@mistake("You check only how long perm is. It may still name a sample twice: sort a copy, and compare it with counting from 0.")
def counts_perm_only(x, y, perm):
    if len(perm) != len(x):
        raise ValueError("perm")
    return does_not_check_perm(x, y, perm)


@right
def sample_by_sample(x, y, perm):
    if len(x) != len(y):
        raise ValueError("not as many y as x")
    if set(perm.tolist()) != set(range(len(x))) or len(perm) != len(x):
        raise ValueError("perm")
    new_x, new_y = np.empty_like(x), np.empty_like(y)
    for place, number in enumerate(perm):
        new_x[place] = x[number]
        new_y[place] = y[number]
    return new_x, new_y


@right
def by_take(x, y, perm):
    if y.shape[0] != x.shape[0]:
        raise ValueError("y has another length")
    if not np.array_equal(np.sort(perm), np.arange(x.shape[0])):
        raise ValueError("perm is no permutation")
    return np.take(x, perm, axis=0), np.take(y, perm, axis=0)


@right
def by_writing_with_the_inverse(x, y, perm):
    if len(x) - len(y):
        raise ValueError("y")
    inverse = np.full(len(x), -1)
    if len(perm) == len(x) and all(0 <= i < len(x) for i in perm):
        inverse[perm] = np.arange(len(x))
    if len(perm) != len(x) or (inverse < 0).any():
        raise ValueError("perm")
    new_x, new_y = x.copy(), y.copy()
    new_x[inverse], new_y[inverse] = x, y
    return new_x, new_y

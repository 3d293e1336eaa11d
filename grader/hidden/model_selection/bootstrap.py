"""Hidden tests of model_selection/bootstrap."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.model_selection.bootstrap import bootstrap

independent = (
    "(np.digitize(u, np.arange(1, len(u)) / len(u)),"
    " np.flatnonzero(np.bincount(np.digitize(u, np.arange(1, len(u)) / len(u)), minlength=len(u)) == 0))"
)


def sample(rng, size="small"):
    """The first draw takes neither the first row nor the last one, and some rows are never drawn."""
    if size == "ones":
        return (rng.random(1),)
    u = rng.random(14)
    u[0], u[1], u[2] = rng.uniform(0.3, 0.7), 0.99, u[3]
    return (u,)


def test_rows(yours):
    """Every number takes the row in whose part of the interval it lies, in the order of the draws."""
    u = np.array([0.9, 0.1, 0.95, 0.3, 0.5])
    agree(yours(u), (np.array([4, 0, 4, 1, 2]), np.array([3])))
    agree(yours(np.array([0.3, 0.05, 0.3, 0.4])), (np.array([1, 0, 1, 1]), np.array([2, 3])))


def test_borders_of_the_parts(yours):
    """A number on a border belongs to the upper part, and one just below it to the lower part."""
    agree(yours(np.array([0.25, 0.5, 0.75, 0.0])), (np.array([1, 2, 3, 0]), np.array([], dtype=np.int64)))
    below = np.nextafter([0.25, 0.5, 0.75, 1.0], 0)
    agree(yours(below), (np.array([0, 1, 2, 3]), np.array([], dtype=np.int64)))


def test_exactly_one(yours):
    """A number of exactly 1 takes the last row."""
    agree(yours(np.array([0.5, 1.0, 0.1, 1.0])), (np.array([2, 3, 0, 3]), np.array([1])))


def test_drawn_with_replacement(yours):
    """Equal numbers take the same row, as often as they come, and everybody else is out of bag."""
    agree(yours(np.array([0.7, 0.7, 0.7])), (np.array([2, 2, 2]), np.array([0, 1])))
    agree(yours(np.array([0.3, 0.9, 0.3, 0.9, 0.3])), (np.array([1, 4, 1, 4, 1]), np.array([0, 2, 3])))


def test_every_row_drawn(yours):
    """If every row is drawn, nobody is out of bag: an empty array of int64."""
    order = np.array([3, 0, 6, 2, 5, 1, 4])
    agree(yours((order + 0.5) / 7), (order, np.array([], dtype=np.int64)))


def test_in_or_out_of_bag(yours, rng):
    """Every row is either drawn or out of bag."""
    idx, oob = yours(rng.random(40))
    agree(np.sort(np.concatenate([np.unique(idx), oob])), np.arange(40))


def test_a_third_is_out_of_bag(yours, rng):
    """About 37 of 100 rows are never drawn."""
    share = len(yours(rng.random(3000))[1]) / 3000
    agree("37 %" if abs(share - math.exp(-1)) < 0.05 else f"{100 * share:.0f} %", "37 %")


def test_equal_chances(yours):
    """Of evenly spread numbers each row gets the same share, the last one included."""
    u = (np.arange(12.0) % 4 + 0.25) / 4  # three times the same four
    agree(yours(u)[0], np.array([0, 3, 6, 9] * 3))


def test_one_row(yours):
    """A single row is drawn whatever happens."""
    agree(yours(np.array([0.4])), (np.array([0]), np.array([], dtype=np.int64)))


@pytest.mark.parametrize("bad", [-0.01, 1.01, 3.0])
def test_bad_u(yours, rng, bad):
    """A number outside of 0 and 1 raises a ValueError that names u."""
    u = rng.random(5)
    u[3] = bad
    with pytest.raises(ValueError, match=r"\bu\b"):
        yours(u)


def bag(u, idx):
    """These rows, and those that are not among them."""
    bootstrap(u)
    return idx, np.setdiff1d(np.arange(len(u)), idx)


@mistake("Every row is drawn once: you shuffle. Each draw puts its ticket back: take the row of each number by itself.")
def draws_without_replacement(u):
    return bag(u, np.argsort(u, kind="stable"))


@mistake("You split the rows into two parts, for training and for testing. A bag has n draws with replacement, and no split.")
def splits_into_two_parts(u):
    order = np.argsort(u, kind="stable")
    return bag(u, order[: max(1, round(0.632 * len(u)))])


@mistake("You round to the nearest row, so that the first and the last part differ from the others. Round down.")
def rounds_to_the_nearest(u):
    return bag(u, np.minimum(np.rint(u * len(u)).astype(np.int64), len(u) - 1))


@mistake("You stretch to n - 1, so that the last row is next to never drawn. Stretch to n, and round down.")
def stretches_too_little(u):
    return bag(u, (u * (len(u) - 1)).astype(np.int64))


@mistake("Rows are counted from 1. The first row has the number 0.")
def counts_from_one(u):
    idx, oob = bootstrap(u)
    return idx + 1, oob + 1


@mistake("A number of exactly 1 takes row n, which does not exist. Send it to the last row.")
def draws_a_row_that_does_not_exist(u):
    return bag(u, (u * len(u)).astype(np.int64))


@mistake("A number of exactly 1 starts again with row 0. It belongs to the last part: take the minimum, not the remainder.")
def starts_again_at_one(u):
    return bag(u, (u * len(u)).astype(np.int64) % len(u))


@mistake("A number on a border goes to the lower part. It belongs to the upper one: round down, instead of up minus 1.")
def takes_the_lower_part(u):
    return bag(u, np.maximum(np.ceil(u * len(u)).astype(np.int64) - 1, 0))


@mistake("Each row is kept once. Keep the repetitions: a bag has n entries, and rows that come twice count twice.")
def removes_repetitions(u):
    return bag(u, np.unique(bootstrap(u)[0]))


@mistake("The drawn rows are sorted. Leave them in the order of the draws.")
def sorts_the_draws(u):
    return bag(u, np.sort(bootstrap(u)[0]))


@mistake("The second result holds the rows that were drawn. Out of bag are those that were not.")
def returns_who_was_drawn(u):
    idx, _ = bootstrap(u)
    return idx, np.unique(idx)


@mistake("Out of bag you count also the rows that were drawn once. It is those that were never drawn.")
def counts_those_drawn_once(u):
    idx, _ = bootstrap(u)
    return idx, np.flatnonzero(np.bincount(idx, minlength=len(u)) < 2)


@mistake("Rows that come after the last one drawn are missing out of bag. Look through all n rows: counts need n entries.")
def forgets_the_last_rows(u):
    idx, _ = bootstrap(u)
    return idx, np.flatnonzero(np.bincount(idx) == 0)


@mistake("The second result is a mask of True and False. Return the numbers of the rows where it is true.")
def returns_a_mask(u):
    idx, _ = bootstrap(u)
    return idx, np.bincount(idx, minlength=len(u)) == 0


@mistake("The rows are floating-point numbers, which no array takes as indices. Turn them into int64.")
def returns_floats(u):
    idx, oob = bootstrap(u)
    return idx.astype(u.dtype), oob


@mistake("What is out of bag comes first. Return the drawn rows first, and then those out of bag.")
def swaps_the_results(u):
    return bootstrap(u)[::-1]


@mistake("Numbers outside of 0 and 1 pass, pushed back to the ends. Check them first, and raise a ValueError that names u.")
def clips_bad_numbers(u):
    return bootstrap(np.clip(u, 0, 1))


@mistake("u itself is stretched to n. Compute u * n as a new array: the caller's numbers must stay as they are.")
def overwrites_u(u):
    result = bootstrap(u)
    u *= len(u)
    return result


@right
def draw_by_draw(u):
    if u.min() < 0 or u.max() > 1:
        raise ValueError("u")
    n = len(u)
    idx = [min(math.floor(value * n), n - 1) for value in u.tolist()]
    oob = [row for row in range(n) if row not in set(idx)]
    return np.array(idx, dtype=np.int64), np.array(oob, dtype=np.int64)


@right
def by_counts(u):
    if not ((u >= 0) & (u <= 1)).all():
        raise ValueError("numbers of u")
    idx = np.floor(u * u.size).astype(np.int64)
    idx[idx == u.size] = u.size - 1
    return idx, np.where(np.bincount(idx, minlength=u.size) == 0)[0]


@right
def by_comparisons(u):
    if np.any(np.abs(u - 0.5) > 0.5):
        raise ValueError("u out of range")
    n = len(u)
    idx = (u[:, None] * n >= np.arange(1, n)).sum(axis=1)
    return idx, np.setdiff1d(np.arange(n), idx)

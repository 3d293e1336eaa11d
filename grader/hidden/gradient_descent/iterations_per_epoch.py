"""Hidden tests of gradient_descent/iterations_per_epoch."""

import math

import pytest

from grader.authoring import agree, mistake, right
from solutions.gradient_descent.iterations_per_epoch import iterations_per_epoch

independent = "len(torch.utils.data.DataLoader(range(n), batch_size, drop_last=drop_last))"


def sample(rng, size="small"):
    """Batches that leave a rest."""
    if size == "random":
        return int(rng.integers(0, 90)), int(rng.integers(1, 12)), bool(rng.integers(2))
    return (1, 1) if size == "ones" else (52, 9)


def test_every_batch_counts(yours):
    """What is left over at the end is a batch as well, and nothing left over is none."""
    for n, batch_size, count in [(12, 4, 3), (15, 4, 4), (13, 4, 4), (16, 4, 4), (7, 1, 7), (60, 7, 9)]:
        agree(yours(n, batch_size), count)


def test_drop_last(yours):
    """With drop_last only complete batches count, however little is missing."""
    for n, batch_size, count in [(12, 4, 3), (13, 4, 3), (15, 4, 3), (16, 4, 4), (7, 1, 7), (62, 7, 8)]:
        agree(yours(n, batch_size, drop_last=True), count)


def test_few_samples(yours):
    """Fewer samples than a batch holds are one iteration, with drop_last none."""
    for n in (7, 5, 1):
        agree(yours(n, 8), 1)
        agree(yours(n, 8, drop_last=True), 0)


def test_no_samples(yours):
    """An empty data set has no iterations."""
    agree(yours(0, 3), 0)
    agree(yours(0, 3, drop_last=True), 0)


def test_the_whole_data_set_at_once(yours):
    """Full-batch gradient descent makes one update per epoch, stochastic gradient descent one per sample."""
    agree(yours(250, 250), 1)
    agree(yours(250, 250, drop_last=True), 1)
    agree(yours(250, 1), 250)


def test_large_numbers(yours):
    """One sample more than a trillion billions is one batch more: whole numbers are exact, floats are not."""
    agree(yours(10**21 + 1, 10), 10**20 + 1)
    agree(yours(10**21 - 1, 10, drop_last=True), 10**20 - 1)


def test_bad_arguments(yours):
    """Fewer than no samples, or a batch without any, raise a ValueError that names the argument."""
    for argument, n, batch_size in [
        ("n", -1, 4),
        ("n", -40, 4),
        ("batch_size", 6, 0),
        ("batch_size", 6, -2),
        ("batch_size", 0, 0),
    ]:
        for drop_last in (False, True):
            with pytest.raises(ValueError, match=rf"\b{argument}\b"):
                yours(n, batch_size, drop_last=drop_last)


@mistake("What is left over is lost, though nobody asked to drop it. Round up unless drop_last is set.")
def always_drops_the_last(n, batch_size, drop_last=False):
    return iterations_per_epoch(n, batch_size, True)


@mistake("drop_last has no effect. If it is set, an incomplete batch does not count: round down then.")
def ignores_drop_last(n, batch_size, drop_last=False):
    return iterations_per_epoch(n, batch_size)


@mistake("You always add one for an incomplete batch. If nothing is left over there is none: add one only if there is a rest.")
def always_adds_one(n, batch_size, drop_last=False):
    complete = iterations_per_epoch(n, batch_size, True)
    return complete if drop_last else complete + 1


@mistake("With drop_last you take one off, as if the last batch were never complete. It is if batch_size divides n.")
def always_takes_one_off(n, batch_size, drop_last=False):
    count = iterations_per_epoch(n, batch_size)
    return count - 1 if drop_last else count


@mistake("A single slash makes a float, which cannot hold large whole numbers. Use // or divmod: they are exact.")
def rounds_up_a_float(n, batch_size, drop_last=False):
    iterations_per_epoch(n, batch_size)
    return int(n / batch_size) if drop_last else math.ceil(n / batch_size)


@mistake("The result is a float. A number of iterations is an int: divide with // or divmod.")
def returns_a_float(n, batch_size, drop_last=False):
    return float(iterations_per_epoch(n, batch_size, drop_last))


@mistake("You count samples: that is how many an epoch uses. Count batches, each of which is one iteration.")
def counts_the_samples(n, batch_size, drop_last=False):
    return n - n % batch_size if drop_last else n + 0 * iterations_per_epoch(n, batch_size)


@mistake("You return how many samples the last batch has. Count the batches.")
def measures_the_last_batch(n, batch_size, drop_last=False):
    count = iterations_per_epoch(n, batch_size, drop_last)
    return batch_size if drop_last else n - (count - 1) * batch_size


@mistake("The two numbers have changed places. It is the samples that are cut into batches: divide n by batch_size.")
def divides_the_wrong_way(n, batch_size, drop_last=False):
    iterations_per_epoch(n, batch_size)
    return iterations_per_epoch(batch_size, n, drop_last)


@mistake("Your epoch has at least one iteration. Without a batch there is none: with no samples, or too few and drop_last.")
def has_at_least_one(n, batch_size, drop_last=False):
    return max(1, iterations_per_epoch(n, batch_size, drop_last))


@mistake(
    "A batch_size above n is called an error. It is allowed: all samples are in one incomplete batch, which drop_last leaves out."
)
def refuses_large_batches(n, batch_size, drop_last=False):
    if batch_size > n:
        raise ValueError("batch_size must not be above n")
    return iterations_per_epoch(n, batch_size, drop_last)


@mistake("Arguments that make no sense give a number, or a ZeroDivisionError. Check both first, and raise ValueError.")
def checks_nothing(n, batch_size, drop_last=False):
    return n // batch_size if drop_last else -(-n // batch_size)


@mistake("Your checks are assert statements: they raise AssertionError, and python -O leaves them out. Use if, and ValueError.")
def checks_by_assert(n, batch_size, drop_last=False):
    assert n >= 0
    assert batch_size >= 1
    return iterations_per_epoch(n, batch_size, drop_last)


@mistake("A negative n passes, and the result is negative or 0. Raise a ValueError that names n before you divide.")
def lets_a_negative_n_pass(n, batch_size, drop_last=False):
    return iterations_per_epoch(n, batch_size, drop_last) if n >= 0 else -(-n // batch_size)


@right
def by_counting(n, batch_size, drop_last=False):
    if n < 0:
        raise ValueError("n is negative")
    if batch_size <= 0:
        raise ValueError("batch_size is too small")
    stop = n - batch_size + 1 if drop_last else n
    return len(range(0, stop, batch_size)) if n < 10**9 else (stop + batch_size - 1) // batch_size


@right
def by_negative_division(n, batch_size, drop_last=False):
    if min(n + 1, batch_size) < 1:
        raise ValueError(f"n {n}, batch_size {batch_size}")
    return n // batch_size if drop_last else -(-n // batch_size)


@right
def by_enlarging(n, batch_size, drop_last=False):
    if not n >= 0:
        raise ValueError("bad n")
    if not batch_size > 0:
        raise ValueError("bad batch_size")
    if not drop_last:
        n += batch_size - 1
    return n // batch_size


@right
def by_the_rest(n, batch_size, drop_last=False):
    if n < 0 or batch_size < 1:
        raise ValueError("n or batch_size")
    return (n - n % batch_size) // batch_size + int(not drop_last and n % batch_size > 0)

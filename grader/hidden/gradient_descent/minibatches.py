"""Hidden tests of gradient_descent/minibatches."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.gradient_descent.minibatches import minibatches

independent = "[perm[i] for i in torch.utils.data.BatchSampler(range(len(perm)), batch_size, drop_last)]"


def sample(rng, size="small"):
    """The last batch is incomplete, and there are not as many batches as samples in a batch."""
    return (rng.permutation(1), 1) if size == "ones" else (rng.permutation(17), 5)


def test_joined_again(yours, rng):
    """Joined again, the batches are the permutation: every sample once, in the given order."""
    perm = rng.permutation(23)
    for batch_size in (1, 2, 7, 22):
        agree(np.concatenate(yours(perm, batch_size)), perm)


@pytest.mark.parametrize(("n", "sizes"), [(13, [6, 6, 1]), (15, [6, 6, 3]), (17, [6, 6, 5]), (18, [6, 6, 6]), (19, [6, 6, 6, 1])])
def test_sizes(yours, rng, n, sizes):
    """All batches are complete but the last, which holds what is left over and is never empty."""
    agree([len(batch) for batch in yours(rng.permutation(n), 6)], sizes)


@pytest.mark.parametrize(("n", "count"), [(12, 3), (13, 3), (15, 3), (16, 4)])
def test_drop_last(yours, rng, n, count):
    """With drop_last an incomplete batch is left out, and a complete one stays."""
    perm = rng.permutation(n)
    agree(yours(perm, 4, drop_last=True), list(perm[: 4 * count].reshape(count, 4)))


def test_large_batches(yours, rng):
    """If one batch can hold all samples there is only one, which is incomplete if it could hold more."""
    perm = rng.permutation(6)
    agree(yours(perm, 6), [perm])
    agree(yours(perm, 6, drop_last=True), [perm])
    agree(yours(perm, 7), [perm])
    agree(yours(perm, 7, drop_last=True), [])


def test_no_samples(yours):
    """No samples make no batches, not an empty one."""
    agree(yours(np.zeros(0, dtype=np.int64), 3), [])
    agree(yours(np.zeros(0, dtype=np.int64), 3, drop_last=True), [])


def test_one_by_one(yours):
    """Batches of one sample are arrays with one entry: this is stochastic gradient descent."""
    agree(yours(np.array([2, 0, 1]), 1), [np.array([2]), np.array([0]), np.array([1])])
    short = np.array([2, 0, 1], dtype=np.int32)
    agree(yours(short, 2), [short[:2], short[2:]])


def test_bad_batch_size(yours, rng):
    """A batch that holds nothing raises a ValueError that names batch_size."""
    for batch_size in (0, -3):
        with pytest.raises(ValueError, match="batch_size"):
            yours(rng.permutation(6), batch_size)


def test_no_permutation(yours):
    """An order that leaves out a sample raises a ValueError that names perm."""
    for perm in [[0, 5, 5, 1], [4, -1, -1, 4], [0, 2, 2, 1], [1, 2, 3, 4], [0, 1, -1, 2]]:
        with pytest.raises(ValueError, match="perm"):
            yours(np.array(perm), 3)


@mistake("What is left over at the end is lost, though nobody asked to drop it. Keep the smaller batch unless drop_last is set.")
def loses_the_rest(perm, batch_size, drop_last=False):
    return minibatches(perm, batch_size, True)


@mistake("drop_last has no effect. If it is set, leave out a last batch that is incomplete.")
def ignores_drop_last(perm, batch_size, drop_last=False):
    return minibatches(perm, batch_size)


@mistake("With drop_last the last batch is always left out. A complete one stays: drop it only if samples are missing in it.")
def drops_a_complete_batch(perm, batch_size, drop_last=False):
    batches = minibatches(perm, batch_size)
    return batches[:-1] if drop_last else batches


@mistake("perm has no effect: the samples are visited as they lie. Cut the permutation itself, and not the numbers from 0 up.")
def forgets_to_shuffle(perm, batch_size, drop_last=False):
    minibatches(perm, batch_size)
    return minibatches(np.sort(perm), batch_size, drop_last)


@mistake(
    "You apply the permutation twice: the entries of perm are the samples already. Slice perm, without indexing it by itself."
)
def shuffles_twice(perm, batch_size, drop_last=False):
    minibatches(perm, batch_size)
    return minibatches(perm[perm], batch_size, drop_last)


@mistake("You shuffle before you cut and take the inverse of perm. Sample perm[0] comes first: slice perm as it is.")
def takes_the_inverse(perm, batch_size, drop_last=False):
    minibatches(perm, batch_size)
    return minibatches(np.argsort(perm), batch_size, drop_last)


@mistake("The samples of a batch are sorted. Keep them in the order of perm.")
def sorts_each_batch(perm, batch_size, drop_last=False):
    return [np.sort(batch) for batch in minibatches(perm, batch_size, drop_last)]


@mistake("You deal like cards, one sample to each batch in turn. A batch holds neighbours: the next batch_size entries of perm.")
def deals_in_turn(perm, batch_size, drop_last=False):
    count = len(minibatches(perm, batch_size, drop_last))
    used = perm[: count * batch_size]
    return [used[i::count].copy() for i in range(count)]


@mistake("batch_size batches are made. It says how many samples a batch holds, and not how many batches there are.")
def makes_batch_size_batches(perm, batch_size, drop_last=False):
    minibatches(perm, batch_size)
    return [batch.copy() for batch in np.array_split(perm, batch_size)]


@mistake("Your batches are about equally long. All are complete but the last, which takes what is left over.")
def evens_out_the_sizes(perm, batch_size, drop_last=False):
    batches = minibatches(perm, batch_size, drop_last)
    if drop_last or not batches:
        return batches
    return [batch.copy() for batch in np.array_split(perm, len(batches))]


@mistake("The last batch is filled up with samples from the beginning, which are then seen twice. Let it be smaller.")
def fills_up_the_last(perm, batch_size, drop_last=False):
    batches = minibatches(perm, batch_size, drop_last)
    return [np.resize(perm, len(batches) * batch_size)[i * batch_size :][:batch_size].copy() for i in range(len(batches))]


@mistake("The last two batches are joined, so that none is small. Let the last one be smaller.")
def joins_the_last_two(perm, batch_size, drop_last=False):
    batches = minibatches(perm, batch_size, drop_last)
    if len(batches) < 2 or len(batches[-1]) == batch_size:
        return batches
    return [*batches[:-2], np.concatenate(batches[-2:])]


@mistake("There is an empty batch at the end if nothing is left over. Stop before the end of perm: no batch is ever empty.")
def ends_with_an_empty_batch(perm, batch_size, drop_last=False):
    batches = minibatches(perm, batch_size, drop_last)
    return [*batches, perm[:0].copy()] if len(perm) % batch_size == 0 and not drop_last else batches


@mistake("The batches are views of perm: who shuffles perm for the next epoch changes them. Copy each slice.")
def returns_views(perm, batch_size, drop_last=False):
    count = len(minibatches(perm, batch_size, drop_last))
    return [perm[i * batch_size : (i + 1) * batch_size] for i in range(count)]


@mistake("All your batches are one array that is filled again and again, so that all end up alike. Make a new array for each.")
def reuses_one_buffer(perm, batch_size, drop_last=False):
    batches = minibatches(perm, batch_size, drop_last)
    buffer = np.zeros(batch_size, dtype=perm.dtype)
    for batch in batches:
        buffer[: len(batch)] = batch
    return [buffer[: len(batch)].copy() for batch in batches]


@mistake("Your batches are lists of numbers. Make them arrays, in the dtype of perm.")
def returns_lists(perm, batch_size, drop_last=False):
    return [batch.tolist() for batch in minibatches(perm, batch_size, drop_last)]


@mistake("You sort perm in place to check it, and the order is gone. Sort a copy.")
def sorts_in_place(perm, batch_size, drop_last=False):
    batches = minibatches(perm, batch_size, drop_last)
    perm.sort()
    return batches


@mistake("A perm that leaves somebody out passes unnoticed. Check it first, and raise a ValueError that names perm.")
def checks_the_batch_size_only(perm, batch_size, drop_last=False):
    minibatches(np.arange(2), batch_size)
    stop = len(perm) // batch_size * batch_size if drop_last else len(perm)
    return [perm[i : i + batch_size].copy() for i in range(0, stop, batch_size)]


@mistake("You compare the sum of perm only, which a wrong perm may have as well. Sort a copy and compare all its entries.")
def compares_the_sum(perm, batch_size, drop_last=False):
    if perm.sum() != len(perm) * (len(perm) - 1) // 2:
        raise ValueError("perm")
    return checks_the_batch_size_only(perm, batch_size, drop_last)


@mistake(
    "You look for samples that do not exist, and not for those named twice. Sort a copy of perm and compare all its entries."
)
def looks_at_the_range_only(perm, batch_size, drop_last=False):
    if len(perm) and (perm.min() < 0 or perm.max() >= len(perm)):
        raise ValueError("perm")
    return checks_the_batch_size_only(perm, batch_size, drop_last)


@mistake(
    "You look for samples that are named twice, and not for those that do not exist. Compare perm with the numbers from 0 up."
)
def looks_for_doubles_only(perm, batch_size, drop_last=False):
    if len(set(perm.tolist())) < len(perm):
        raise ValueError("perm")
    return checks_the_batch_size_only(perm, batch_size, drop_last)


@mistake("A batch_size of 0 or below passes, or fails by accident. Check it first, and raise a ValueError that names batch_size.")
def checks_perm_only(perm, batch_size, drop_last=False):
    return minibatches(perm, batch_size if batch_size > 0 else len(perm), drop_last)


@right
def entry_by_entry(perm, batch_size, drop_last=False):
    if batch_size <= 0:
        raise ValueError("batch_size is not positive")
    if set(perm.tolist()) != set(range(len(perm))):
        raise ValueError("perm is no permutation")
    batches, batch = [], []
    for index in perm:
        batch.append(index)
        if len(batch) == batch_size:
            batches.append(np.array(batch))
            batch = []
    if batch and not drop_last:
        batches.append(np.array(batch))
    return batches


@right
def by_split(perm, batch_size, drop_last=False):
    if batch_size < 1:
        raise ValueError("batch_size")
    if (np.bincount(perm, minlength=len(perm)) != 1).any() if len(perm) and perm.min() >= 0 else len(perm):
        raise ValueError("perm")
    batches = [part.copy() for part in np.split(perm, range(batch_size, len(perm), batch_size)) if part.size]
    if drop_last and batches and batches[-1].size < batch_size:
        batches.pop()
    return batches


@right
def by_a_queue(perm, batch_size, drop_last=False):
    if not batch_size >= 1:
        raise ValueError("batch_size")
    if not np.array_equal(np.sort(perm), np.arange(perm.size)):
        raise ValueError("perm")
    batches, rest = [], perm
    while rest.size >= (batch_size if drop_last else 1):
        batches.append(np.array(rest[:batch_size]))
        rest = rest[batch_size:]
    return batches

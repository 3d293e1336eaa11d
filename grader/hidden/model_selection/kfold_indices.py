"""Hidden tests of model_selection/kfold_indices."""

import itertools

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.model_selection.kfold_indices import kfold_indices

independent = (
    "[(np.concatenate([other for j, other in enumerate(np.array_split(perm, k)) if j != i]), fold)"
    " for i, fold in enumerate(np.array_split(perm, k))]"
)


def sample(rng, size="small"):
    """A number of samples that the folds do not divide."""
    return (rng.permutation(2), 2) if size == "ones" else (rng.permutation(18), 5)


@pytest.mark.parametrize(("n", "k"), [(12, 4), (14, 4), (15, 4), (8, 2)])
def test_everybody_is_judged_once(yours, rng, n, k):
    """Joined again, the validation sets are the permutation: every sample is judged exactly once."""
    perm = rng.permutation(n)
    agree(np.concatenate([val for _, val in yours(perm, k)]), perm)


def test_nobody_is_judged_by_who_has_seen_him(yours, rng):
    """In every round training and validation data have no sample in common, and together they are all."""
    for train, val in yours(rng.permutation(17), 5):
        agree(np.sort(np.concatenate([train, val])), np.arange(17))


@pytest.mark.parametrize(
    ("n", "k", "sizes"), [(15, 4, [4, 4, 4, 3]), (14, 4, [4, 4, 3, 3]), (12, 4, [3, 3, 3, 3]), (11, 6, [2, 2, 2, 2, 2, 1])]
)
def test_sizes_of_the_folds(yours, rng, n, k, sizes):
    """The folds differ by at most one sample, and the larger ones come first."""
    rounds = yours(rng.permutation(n), k)
    agree([len(val) for _, val in rounds], sizes)
    agree([len(train) for train, _ in rounds], [n - size for size in sizes])


def test_training_data_keep_their_order(yours, rng):
    """The training data stand in the order of the permutation, before and after the gap."""
    perm = rng.permutation(10)
    agree([train for train, _ in yours(perm, 5)], [np.delete(perm, [2 * i, 2 * i + 1]) for i in range(5)])


def test_leave_one_out(yours):
    """With as many folds as samples each is left out once."""
    agree(yours(np.array([2, 0, 1]), 3), [(np.array(t), np.array(v)) for t, v in [([0, 1], [2]), ([2, 1], [0]), ([2, 0], [1])]])


def test_two_folds(yours):
    """With two folds training and validation change places; small integers stay small."""
    a, b = np.array([2, 0], dtype=np.int32), np.array([1, 3], dtype=np.int32)
    agree(yours(np.concatenate([a, b]), 2), [(b, a), (a, b)])


@pytest.mark.parametrize("k", [1, 0, -3])
def test_too_few_folds(yours, rng, k):
    """Fewer than two folds raise a ValueError that names k."""
    with pytest.raises(ValueError, match=r"\bk\b"):
        yours(rng.permutation(6), k)


def test_too_many_folds(yours, rng):
    """More folds than samples raise a ValueError that names k: some would be empty."""
    with pytest.raises(ValueError, match=r"\bk\b"):
        yours(rng.permutation(6), 7)


def cut(perm, k, sizes):
    """Folds of other sizes."""
    kfold_indices(perm, k)
    borders = np.cumsum([0, *sizes])
    return [(np.concatenate([perm[:start], perm[stop:]]), perm[start:stop].copy()) for start, stop in itertools.pairwise(borders)]


@mistake("The validation data are among the training data too. Leave the fold out, or the score says how well it was memorized.")
def trains_on_everything(perm, k):
    return [(perm.copy(), val) for _, val in kfold_indices(perm, k)]


@mistake("Training and validation data are swapped: one fold is for validation, all others are for training.")
def swaps_train_and_val(perm, k):
    return [(val, train) for train, val in kfold_indices(perm, k)]


@mistake("The samples that are left over are never judged. Hand them out, one each to the first folds.")
def never_judges_the_rest(perm, k):
    return cut(perm, k, [len(perm) // k] * k)


@mistake("The last fold takes all that is left over. Hand it out, one each to the first folds.")
def gives_the_rest_to_the_last(perm, k):
    return cut(perm, k, [len(perm) // k] * (k - 1) + [len(perm) // k + len(perm) % k])


@mistake("All folds but the last are rounded up, so the last is much smaller. Only the first n mod k folds have one more.")
def rounds_the_sizes_up(perm, k):
    kfold_indices(perm, k)
    size = -(-len(perm) // k)
    return cut(perm, k, [max(0, min(size, len(perm) - i * size)) for i in range(k)])


@mistake("The larger folds come last. The first n mod k folds have one sample more.")
def puts_the_larger_folds_last(perm, k):
    return cut(perm, k, [len(perm) // k + (i >= k - len(perm) % k) for i in range(k)] if k else [])


@mistake("You deal the samples in turn, one to each fold. A fold is a piece of perm: neighbours stay together.")
def deals_in_turn(perm, k):
    kfold_indices(perm, k)
    return [(np.delete(perm, np.arange(i, len(perm), k)), perm[i::k].copy()) for i in range(k)]


@mistake("perm has no effect: the folds are cut from the data as they lie, which may be sorted by class. Cut perm.")
def forgets_to_shuffle(perm, k):
    return kfold_indices(np.sort(perm), k)


@mistake("You index perm by itself, which shuffles twice. Its entries are the samples: cut it as it is.")
def shuffles_twice(perm, k):
    return kfold_indices(perm[perm], k)


@mistake("The indices are sorted. Keep the order of perm, in the training and in the validation data.")
def sorts_the_indices(perm, k):
    return [(np.sort(train), np.sort(val)) for train, val in kfold_indices(perm, k)]


@mistake("Only what comes before the fold is used for training, as for time series. Use what comes after it as well.")
def forgets_what_comes_after(perm, k):
    rounds = kfold_indices(perm, k)
    starts = np.cumsum([0, *(len(val) for _, val in rounds)])
    return [(perm[:start].copy(), val) for start, (_, val) in zip(starts, rounds, strict=False)]


@mistake("The part after the fold comes first in the training data. Keep the order of perm: first what stands before the fold.")
def turns_the_training_data(perm, k):
    rounds = kfold_indices(perm, k)
    starts = np.cumsum([0, *(len(val) for _, val in rounds)])
    return [(np.roll(train, -start), val) for start, (train, val) in zip(starts, rounds, strict=False)]


@mistake("You return one split only. That is a hold-out: in cross-validation every fold has its turn.")
def stops_after_one_split(perm, k):
    return kfold_indices(perm, k)[:1]


@mistake("You return the samples of each fold and not those to train on. For each fold give the tuple of train and val.")
def returns_the_folds(perm, k):
    return [val for _, val in kfold_indices(perm, k)]


@mistake("The validation sets are views of perm: who shuffles perm for the next run changes them. Copy each slice.")
def returns_views(perm, k):
    rounds = kfold_indices(perm, k)
    starts = np.cumsum([0, *(len(val) for _, val in rounds)])
    return [(train, perm[start : start + len(val)]) for start, (train, val) in zip(starts, rounds, strict=False)]


@mistake("The indices are lists of numbers. Make them arrays, in the dtype of perm.")
def returns_lists(perm, k):
    return [(train.tolist(), val.tolist()) for train, val in kfold_indices(perm, k)]


@mistake("As many folds as samples are rejected. That is leave-one-out, and allowed: only a k above n is too large.")
def rejects_leave_one_out(perm, k):
    if k >= len(perm):
        raise ValueError("k is too large")
    return kfold_indices(perm, k)


@mistake("One fold, or none, passes: there is nothing to train on. Raise a ValueError that names k.")
def allows_a_single_fold(perm, k):
    return kfold_indices(perm, k) if k > 1 else [(perm[:0].copy(), perm.copy())]


@mistake("More folds than samples pass, and some are empty. Raise a ValueError that names k.")
def allows_empty_folds(perm, k):
    if k <= len(perm):
        return kfold_indices(perm, k)
    return [*kfold_indices(perm, len(perm)), *[(perm.copy(), perm[:0].copy())] * (k - len(perm))]


@right
def by_array_split(perm, k):
    if k < 2 or k > perm.size:
        raise ValueError("bad k")
    folds = np.array_split(perm, k)
    return [(np.concatenate(folds[:i] + folds[i + 1 :]), np.array(folds[i])) for i in range(k)]


@right
def by_numbers_of_folds(perm, k):
    """Which fold each place belongs to, then comparisons."""
    n = len(perm)
    if k not in range(2, n + 1):
        raise ValueError(f"k={k}")
    fold = np.repeat(np.arange(k), [n // k + 1] * (n % k) + [n // k] * (k - n % k))
    return [(perm[fold != i], perm[fold == i]) for i in range(k)]


@right
def sample_by_sample(perm, k):
    n = len(perm)
    if k > n or k <= 1:
        raise ValueError(f"k: {k} folds of {n} samples")
    rounds, start = [], 0
    for i in range(k):
        size = (n - start + k - i - 1) // (k - i)
        train = [index for place, index in enumerate(perm) if not start <= place < start + size]
        val = [perm[place] for place in range(start, start + size)]
        rounds.append((np.array(train, dtype=perm.dtype), np.array(val, dtype=perm.dtype)))
        start += size
    return rounds

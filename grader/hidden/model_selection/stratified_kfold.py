"""Hidden tests of model_selection/stratified_kfold."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.model_selection.stratified_kfold import stratified_kfold

# The place of a sample: those with a smaller label, and those before it with the same one.
independent = (
    "(lambda fold: [(np.where(fold != i)[0], np.where(fold == i)[0]) for i in range(k)])"
    "(((y < y[:, None]).sum(1) + np.tril(y == y[:, None], -1).sum(1)) % k)"
)


def sample(rng, size="small"):
    """Three classes that are mixed, and the middle label comes first."""
    if size == "ones":
        return rng.permutation(2), 2
    return np.concatenate([[1, 0], rng.permutation(np.repeat([0, 1, 2], [9, 7, 5]))]), 4


def test_cards_that_were_sorted(yours):
    """The samples are dealt in turn, class after class, and the next class goes on where the last one stopped."""
    found = yours(np.array([0, 1, 0, 0, 1, 0, 1, 1]), 3)
    agree([val for _, val in found], [np.array([0, 5, 6]), np.array([1, 2, 7]), np.array([3, 4])])
    agree(found[0][0], np.array([1, 2, 3, 4, 7]))


def test_every_class_has_its_share(yours, rng):
    """The number of samples of a class differs between folds by one at most."""
    y = rng.permutation(np.repeat([0, 1, 2], [13, 8, 5]))
    inside = np.array([np.isin(np.arange(26), val) for _, val in yours(y, 4)])
    counts = inside @ np.eye(3)[y]
    agree(np.sort(counts, axis=0), np.array([[3.0, 2, 1], [3, 2, 1], [3, 2, 1], [4, 2, 2]]))


def test_folds_are_equally_large(yours, rng):
    """The extra samples of all classes do not pile up: the folds differ by one sample at most."""
    y = rng.permutation(np.repeat(np.arange(5), 5))
    agree([len(val) for _, val in yours(y, 4)], [7, 6, 6, 6])
    agree([len(train) for train, _ in yours(y, 4)], [18, 19, 19, 19])


def test_sorted_data(yours):
    """Where the labels are sorted, no fold is left without a class."""
    found = yours(np.array([0, 0, 0, 0, 0, 0, 1, 1, 1]), 3)
    agree([val for _, val in found], [np.array([0, 3, 6]), np.array([1, 4, 7]), np.array([2, 5, 8])])


def test_everybody_is_judged_by_strangers(yours, rng):
    """Every sample is in one validation set, and in the training sets of all other rounds."""
    y, k = sample(rng)
    found = yours(y, k)
    agree(np.sort(np.concatenate([val for _, val in found])), np.arange(23))
    agree([np.sort(np.concatenate(both)) for both in found], [np.arange(23)] * k)


def test_small_classes(yours):
    """A class with fewer samples than folds is missing in some of them, and nobody is lost."""
    found = yours(np.array([1, 0, 0, 0, 2, 0]), 3)
    agree([val for _, val in found], [np.array([1, 5]), np.array([0, 2]), np.array([3, 4])])


def test_any_labels(yours):
    """Labels are any whole numbers: the smallest comes first, and not the one that is seen first."""
    found = yours(np.array([40, -7, 40, 3, -7, 3, 40, -7]), 2)
    agree(found, [(np.array([0, 3, 4, 6]), np.array([1, 2, 5, 7])), (np.array([1, 2, 5, 7]), np.array([0, 3, 4, 6]))])


def test_order_within_a_class(yours, rng):
    """Equal labels stay in the order of the data: with a single class the samples are dealt as they lie."""
    found = yours(np.full(70, 5), 7)
    agree([val for _, val in found], [np.arange(i, 70, 7) for i in range(7)])


@pytest.mark.parametrize("k", [1, 0, 5])
def test_bad_number_of_folds(yours, k):
    """Fewer than two folds, or more folds than samples, raise a ValueError that names k."""
    with pytest.raises(ValueError, match=r"\bk\b"):
        yours(np.array([0, 1, 1, 0]), k)


def by_fold(y, k, fold):
    """The sets, from the number of the fold of each sample."""
    stratified_kfold(y, k)
    return [(np.flatnonzero(fold != i), np.flatnonzero(fold == i)) for i in range(k)]


def dealt(order, k):
    fold = np.empty(len(order), dtype=np.int64)
    fold[order] = np.arange(len(order)) % max(k, 1)
    return fold


@mistake("The labels have no effect: the data are cut into pieces as they lie. Sort by class first, and deal in turn.")
def cuts_into_pieces(y, k):
    stratified_kfold(y, k)
    return by_fold(y, k, np.repeat(np.arange(k), [len(part) for part in np.array_split(y, k)]))


@mistake("The labels have no effect: the samples are dealt as they lie. Sort them by class first.")
def deals_without_sorting(y, k):
    return by_fold(y, k, np.arange(len(y)) % max(k, 1))


@mistake("Every class begins with fold 0, so that the extra samples pile up there. Go on where the last class stopped.")
def starts_anew_in_each_class(y, k):
    stratified_kfold(y, k)
    fold = np.empty(len(y), dtype=np.int64)
    for label in np.unique(y):
        fold[y == label] = np.arange((y == label).sum()) % k
    return by_fold(y, k, fold)


@mistake("Every class is cut into pieces. Deal its samples in turn, and go on with the next class where the last one stopped.")
def cuts_each_class(y, k):
    stratified_kfold(y, k)
    fold = np.empty(len(y), dtype=np.int64)
    for label in np.unique(y):
        members = np.flatnonzero(y == label)
        for i, part in enumerate(np.array_split(members, k)):
            fold[part] = i
    return by_fold(y, k, fold)


@mistake("You cut the sorted data into pieces, so that a fold has one class only. Deal the sorted samples in turn.")
def cuts_the_sorted_data(y, k):
    stratified_kfold(y, k)
    fold = np.empty(len(y), dtype=np.int64)
    for i, part in enumerate(np.array_split(np.argsort(y, kind="stable"), k)):
        fold[part] = i
    return by_fold(y, k, fold)


@mistake("The classes come in the order in which they are first seen. Begin with the smallest label.")
def takes_classes_as_they_come(y, k):
    _, first, inverse = np.unique(y, return_index=True, return_inverse=True)
    return by_fold(y, k, dealt(np.argsort(first[inverse], kind="stable"), k))


@mistake("The largest label comes first. Begin with the smallest.")
def begins_with_the_largest(y, k):
    return by_fold(y, k, dealt(np.argsort(-y, kind="stable"), k))


@mistake("Within a class the last sample comes first. Keep the order of the data: sort stably, and do not reverse.")
def reverses_each_class(y, k):
    return by_fold(y, k, dealt(np.lexsort([-np.arange(len(y)), y]), k))


@mistake("You index with the argsort the wrong way round: place r holds sample order[r]. Write fold[order] = r mod k.")
def takes_the_inverse(y, k):
    return by_fold(y, k, np.argsort(y, kind="stable") % max(k, 1))


@mistake("The validation sets stand in the order of the classes. Sort them: the indices ascend, in training data as well.")
def leaves_the_order_of_the_classes(y, k):
    stratified_kfold(y, k)
    order, place = np.argsort(y, kind="stable"), np.arange(len(y)) % k
    return [(order[place != i], order[place == i]) for i in range(k)]


@mistake("The validation data are among the training data too. Leave the fold out of its own training set.")
def trains_on_everything(y, k):
    return [(np.arange(len(y)), val) for _, val in stratified_kfold(y, k)]


@mistake("Training and validation data are swapped: one fold is for validation, all others are for training.")
def swaps_train_and_val(y, k):
    return [(val, train) for train, val in stratified_kfold(y, k)]


@mistake("You return the number of the fold of each sample. For each fold give the tuple of training and validation indices.")
def returns_the_fold_numbers(y, k):
    stratified_kfold(y, k)
    return dealt(np.argsort(y, kind="stable"), k)


@mistake("A class with fewer samples than folds is left out. It is dealt like any other, and missing in some folds.")
def leaves_out_small_classes(y, k):
    counts = dict(zip(*np.unique(y, return_counts=True), strict=True))
    large = np.array([counts[label] >= k for label in y])
    return [(train[large[train]], val[large[val]]) for train, val in stratified_kfold(y, k)]


@mistake("The indices are lists of numbers. Make them int64 arrays.")
def returns_lists(y, k):
    return [(train.tolist(), val.tolist()) for train, val in stratified_kfold(y, k)]


@mistake("A bad number of folds passes unnoticed. Check first that k lies between 2 and n, and raise a ValueError that names k.")
def checks_nothing(y, k):
    return stratified_kfold(y, k) if 2 <= k <= len(y) else [(np.arange(0), np.arange(len(y)))] * k


@right
def card_by_card(y, k):
    if k < 2 or k > len(y):
        raise ValueError("k")
    turn, folds = 0, [[] for _ in range(k)]
    for label in sorted(set(y.tolist())):
        for i, other in enumerate(y):
            if other == label:
                folds[turn % k].append(i)
                turn += 1
    everybody = np.arange(len(y))
    return [(np.setdiff1d(everybody, fold), np.array(sorted(fold))) for fold in folds]


@right
def by_slices_of_the_order(y, k):
    if k <= 1 or k > y.size:
        raise ValueError(f"k = {k}")
    order = np.lexsort([np.arange(y.size), y])
    return [(np.sort(np.delete(order, np.s_[i::k])), np.sort(order[i::k])) for i in range(k)]


@right
def by_python_sort(y, k):
    n = len(y)
    if k not in range(2, n + 1):
        raise ValueError(f"bad k: {k}")
    order = sorted(range(n), key=lambda i: y[i])
    place = {member: r for r, member in enumerate(order)}
    sets = []
    for i in range(k):
        train = [member for member in range(n) if place[member] % k != i]
        val = [member for member in range(n) if place[member] % k == i]
        sets.append((np.array(train, dtype=np.int64), np.array(val, dtype=np.int64)))
    return sets

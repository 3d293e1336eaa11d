"""Hidden tests of tensors/one_hot."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.tensors.one_hot import one_hot

independent = "torch.nn.functional.one_hot(labels, num_classes).double()"


def sample(rng, size="small"):
    """Labels on two axes and five classes, of which the last one does not occur."""
    if size == "ones":
        return np.zeros((1, 1), dtype=np.int64), 1
    return rng.permutation([0, 0, 1, 2, 3, 3]).reshape(2, 3) if size == "small" else rng.integers(0, 5, (4, 3)), 5


def test_table(yours):
    """Each label has one row, with a one in the column of its class and zeros beside it."""
    want = np.array([[0, 0, 0, 1], [0, 1, 0, 0], [1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0]], dtype=np.float64)
    agree(yours(np.array([3, 1, 0, 1, 2]), 4), want)


def test_missing_classes_keep_their_columns(yours):
    """Classes that do not occur keep their columns, in the middle and at the end."""
    agree(yours(np.array([3, 1]), 6), np.array([[0.0, 0.0, 0.0, 1.0, 0.0, 0.0], [0.0, 1.0, 0.0, 0.0, 0.0, 0.0]]))


def test_says_which_it_was(yours, rng):
    """Every row adds up to 1, the place of its largest entry is the label, and columns count the classes."""
    labels = rng.permutation(np.repeat(np.arange(7), 3))
    got = yours(labels, 7)
    agree(got.sum(-1), np.ones(21))
    agree(got.argmax(-1), labels)
    agree(got.sum(0), np.full(7, 3.0))


@pytest.mark.parametrize("shape", [(), (1,), (2, 3, 4)], ids=["no_axis", "one_label", "three_axes"])
def test_any_shape(yours, rng, shape):
    """Labels may have any shape: the classes get an axis of their own, the last one."""
    labels = np.asarray(rng.integers(1, 4, size=shape))
    agree(yours(labels, 5), one_hot(labels, 5))


def test_no_labels(yours):
    """No labels give no rows, and as many columns as there are classes."""
    agree(yours(np.zeros(0, dtype=np.int64), 3), np.zeros((0, 3)))


def test_label_too_large(yours):
    """A label equal to num_classes, or beyond, raises a ValueError that names labels."""
    for labels in ([0, 9, 1], [0, 3, 1]):
        with pytest.raises(ValueError, match="labels"):
            yours(np.array(labels), 3)


def test_label_too_small(yours):
    """A negative label raises a ValueError that names labels; it does not count from the end."""
    for labels in ([0, -1, 1], [[-5], [2]]):
        with pytest.raises(ValueError, match="labels"):
            yours(np.array(labels), 3)


def checked(labels, num_classes):
    if np.any((labels < 0) | (labels >= num_classes)):
        raise ValueError("labels")


@mistake(
    "Y[:, labels] = 1 sets these columns in every row. Give rows and columns in pairs, or compare each label with each class."
)
def sets_the_columns_in_every_row(labels, num_classes):
    checked(labels, num_classes)
    result = np.zeros((*labels.shape, num_classes))
    result[..., labels] = 1
    return result


@mistake(
    "A label of -1 counts from the end and becomes the last class, and one too large raises IndexError. Check the range first, "
    "at both ends, and raise a ValueError that names labels."
)
def leaves_the_check_to_indexing(labels, num_classes):
    return np.eye(num_classes)[labels]


@mistake("Only the upper end of the range is checked: -1 counts from the end and becomes the last class. Check both ends.")
def checks_the_upper_end_only(labels, num_classes):
    if np.any(labels >= num_classes):
        raise ValueError("labels")
    return np.eye(num_classes)[labels]


@mistake("A label equal to num_classes passes your check and gets a row of zeros. Classes count from 0: it is one too many.")
def allows_one_too_many(labels, num_classes):
    if np.any((labels < 0) | (labels > num_classes)):
        raise ValueError("labels")
    return (labels[..., None] == np.arange(num_classes)).astype(float)


@mistake("A label that is out of range gets a row of zeros, as if it had no class. Raise a ValueError that names labels.")
def gives_zeros_for_a_bad_label(labels, num_classes):
    return (labels[..., None] == np.arange(num_classes)).astype(float)


@mistake("Labels that are out of range are moved to the nearest class. That invents data: raise a ValueError that names labels.")
def clips_the_labels(labels, num_classes):
    return one_hot(np.clip(labels, 0, num_classes - 1), num_classes)


@mistake("You count the classes from 1, so every one stands a place too far left. Class 0 has the first column.")
def counts_from_one(labels, num_classes):
    checked(labels, num_classes)
    return np.eye(num_classes)[labels - 1]


@mistake("The number of columns comes from the largest label. A class that is missing needs its column too: take num_classes.")
def guesses_the_number_of_classes(labels, num_classes):
    checked(labels, num_classes)
    return one_hot(labels, int(labels.max()) + 1 if labels.size else num_classes)


@mistake("You number the classes that occur, so a missing class moves the columns behind it. A label says its column itself.")
def renumbers_the_classes(labels, num_classes):
    checked(labels, num_classes)
    return one_hot(np.unique(labels, return_inverse=True)[1].reshape(labels.shape), num_classes)


@mistake("The axis of the classes comes first. Put it last: each label turns into a row of its own.")
def puts_the_classes_first(labels, num_classes):
    return np.moveaxis(one_hot(labels, num_classes), -1, 0)


@mistake("The labels are flattened, and their axes are lost. Keep the shape of labels and add one axis to it.")
def flattens_the_labels(labels, num_classes):
    return one_hot(labels.reshape(-1), num_classes)


@mistake("Without labels you look for the smallest one, which does not exist. Ask whether any label is bad: no label is.")
def fails_without_labels(labels, num_classes):
    if labels.min() < 0 or labels.max() >= num_classes:
        raise ValueError("labels")
    return one_hot(labels, num_classes)


@mistake("The result is made of integers, as that of torch.nn.functional.one_hot. Here it is float64: say so when you make it.")
def returns_integers(labels, num_classes):
    return one_hot(labels, num_classes).astype(np.int64)


@mistake("The result is made of truth values. Convert them to float64: the next step is arithmetic.")
def returns_truth_values(labels, num_classes):
    return one_hot(labels, num_classes).astype(bool)


@mistake("The result is float32. It is to be float64: ask for this type when you make the array, in PyTorch too.")
def returns_float32(labels, num_classes):
    return one_hot(labels, num_classes).astype(np.float32)


@mistake("The range is checked by assert: it raises AssertionError, or nothing under python -O. Raise a ValueError.")
def checks_by_assert(labels, num_classes):
    assert np.all((labels >= 0) & (labels < num_classes))
    return one_hot(labels, num_classes)


@right
def rows_of_the_identity(labels, num_classes):
    if labels.size and (labels.min() < 0 or labels.max() >= num_classes):
        raise ValueError("labels out of range")
    return np.eye(num_classes)[labels]


@right
def one_by_one(labels, num_classes):
    result = np.zeros((*labels.shape, num_classes))
    for index in np.ndindex(labels.shape):
        if labels[index] not in range(num_classes):
            raise ValueError(f"labels has {labels[index]}")
        result[(*index, labels[index])] = 1
    return result


@right
def pairs_of_rows_and_columns(labels, num_classes):
    if np.any(labels < 0) or np.any(labels > num_classes - 1):
        raise ValueError("bad labels")
    flat = np.zeros((labels.size, num_classes), dtype=np.float64)
    flat[np.arange(labels.size), labels.ravel()] = 1.0
    return flat.reshape(*labels.shape, num_classes)

"""Hidden tests of model_selection/confusion_scores."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.model_selection.confusion_scores import confusion_scores

independent = (
    "(lambda m: dict(confusion=m, accuracy=np.mean(y == pred), precision=np.diag(m) / np.maximum(m.sum(0), 1),"
    " recall=np.diag(m) / np.maximum(m.sum(1), 1), f1=2 * np.diag(m) / np.maximum((m + m.T).sum(0), 1)))"
    "(np.histogram2d(y, pred, bins=[list(range(num_classes + 1))] * 2)[0].astype(np.int64))"
)


def sample(rng, size="small"):
    """Every class occurs and is predicted, and the confusion is not symmetric."""
    if size == "ones":
        return np.array([0]), np.array([0]), 1
    y = np.concatenate([np.arange(4), rng.integers(0, 4, 26)])
    pred = np.where(rng.random(30) < 0.5, y, rng.integers(0, 3, 30))
    pred[:4] = [0, 1, 1, 3]
    return y, pred, 4


def scores(confusion, accuracy, precision, recall, f1):
    arrays = (np.array(part, dtype=np.float64) for part in (precision, recall, f1))
    return (
        {"confusion": np.array(confusion)}
        | {"accuracy": accuracy}
        | dict(zip(("precision", "recall", "f1"), arrays, strict=True))
    )


def test_by_hand(yours):
    """Seven samples of three classes, counted by hand."""
    y, pred = np.array([0, 0, 0, 0, 1, 1, 2]), np.array([0, 1, 1, 0, 1, 2, 2])
    agree(
        yours(y, pred, 3),
        scores([[2, 2, 0], [0, 1, 1], [0, 0, 1]], 4 / 7, [1, 1 / 3, 1 / 2], [1 / 2, 1 / 2, 1], [2 / 3, 2 / 5, 2 / 3]),
    )


def test_always_healthy(yours):
    """Who always says healthy has an accuracy of 99 %, and finds none of the ill."""
    y = np.zeros(100, dtype=np.int64)
    y[37] = 1
    f1 = 198 / 199
    agree(yours(y, 0 * y, 2), scores([[99, 0], [1, 0]], 0.99, [0.99, 0], [1, 0], [f1, 0]))


def test_perfect(yours):
    """If all is right, the matrix is diagonal and every score is 1."""
    y = np.array([2, 0, 2, 1, 2])
    agree(yours(y, y.copy(), 3), scores(np.diag([1, 1, 3]), 1.0, [1, 1, 1], [1, 1, 1], [1, 1, 1]))


def test_absent_classes(yours):
    """Classes that do not occur, or are never predicted, have scores of 0, a row and a column."""
    found = yours(np.array([1, 1, 3]), np.array([1, 0, 1]), 5)
    want = np.zeros((5, 5), dtype=np.int64)
    want[1, 1] = want[1, 0] = want[3, 1] = 1
    agree(found, scores(want, 1 / 3, [0, 1 / 2, 0, 0, 0], [0, 1 / 2, 0, 0, 0], [0, 1 / 2, 0, 0, 0]))


def test_truth_and_prediction_swapped(yours, rng):
    """If truth and prediction change places, the matrix is transposed, precision becomes recall, and F1 stays."""
    y, pred, n = sample(rng)
    found, other = yours(pred, y, n), confusion_scores(y, pred, n)
    agree(found, scores(other["confusion"].T, other["accuracy"], other["recall"], other["precision"], other["f1"]))


def test_harmonic_mean(yours, rng):
    """F1 is the harmonic mean of precision and recall."""
    found = yours(*sample(rng))
    precision, recall = found["precision"], found["recall"]
    agree(found["f1"] * (precision + recall), 2 * precision * recall)


def test_rows_count_the_truth(yours, rng):
    """Rows add up to the samples of a class, columns to the predictions, and the diagonal to the accuracy."""
    y, pred, n = sample(rng)
    found = yours(y, pred, n)
    agree(found["confusion"].sum(axis=1), np.bincount(y, minlength=n))
    agree(found["confusion"].sum(axis=0), np.bincount(pred, minlength=n))
    agree(found["accuracy"], np.trace(found["confusion"]) / 30)


def test_renamed_classes(yours, rng):
    """If classes are numbered otherwise, the scores move along."""
    y, pred, n = sample(rng)
    new = np.array([2, 0, 3, 1])
    old, found = confusion_scores(y, pred, n), yours(new[y], new[pred], n)
    agree(found["confusion"][np.ix_(new, new)], old["confusion"])
    agree([found[key][new] for key in ("precision", "recall", "f1")], [old[key] for key in ("precision", "recall", "f1")])


@pytest.mark.parametrize("bad", [3, -1])
def test_bad_classes(yours, bad):
    """A label or a prediction that is no class raises a ValueError that names the argument."""
    good = np.array([0, 2, 1, 0])
    other = np.array([0, bad, 1, 0])
    with pytest.raises(ValueError, match=r"\by\b"):
        yours(other, good, 3)
    with pytest.raises(ValueError, match=r"\bpred\b"):
        yours(good, other, 3)


@mistake("Your matrix is transposed. Rows are the true classes, columns the predicted ones.")
def transposes_the_matrix(y, pred, num_classes):
    found = confusion_scores(y, pred, num_classes)
    return found | {"confusion": found["confusion"].T.copy()}


@mistake("Precision and recall are swapped. Precision divides by what was predicted (columns), recall by what is true (rows).")
def swaps_precision_and_recall(y, pred, num_classes):
    found = confusion_scores(y, pred, num_classes)
    return found | {"precision": found["recall"], "recall": found["precision"].copy()}


@mistake("You take predictions for the truth throughout. The first argument, y, is the truth: it chooses the row.")
def takes_pred_for_the_truth(y, pred, num_classes):
    confusion_scores(y, pred, num_classes)
    return confusion_scores(pred, y, num_classes)


@mistake("confusion[y, pred] += 1 counts each pair once, however often it occurs. Count with np.bincount or np.add.at.")
def counts_every_pair_once(y, pred, num_classes):
    pairs = np.unique(np.stack([y, pred]), axis=1)
    confusion_scores(y, pred, num_classes)
    return confusion_scores(*pairs, num_classes)


@mistake("0 divided by 0 gives NaN, for a class that is absent or never predicted. The score is 0 there.")
def divides_zero_by_zero(y, pred, num_classes):
    found = confusion_scores(y, pred, num_classes)
    m = found["confusion"]
    with np.errstate(invalid="ignore"):
        precision, recall = np.diag(m) / m.sum(0), np.diag(m) / m.sum(1)
        return found | {"precision": precision, "recall": recall, "f1": 2 * precision * recall / (precision + recall)}


@mistake("The scores are averaged over the classes. Return one score for each class.")
def averages_over_classes(y, pred, num_classes):
    found = confusion_scores(y, pred, num_classes)
    return found | {key: found[key].mean() for key in ("precision", "recall", "f1")}


@mistake("F1 is the arithmetic mean of precision and recall. Take the harmonic mean: a low one of the two pulls it down.")
def takes_the_arithmetic_mean(y, pred, num_classes):
    found = confusion_scores(y, pred, num_classes)
    return found | {"f1": (found["precision"] + found["recall"]) / 2}


@mistake("The factor 2 is missing in F1, so that a perfect classifier scores one half.")
def forgets_the_factor_two(y, pred, num_classes):
    found = confusion_scores(y, pred, num_classes)
    return found | {"f1": found["f1"] / 2}


@mistake("Your accuracy is the mean recall, which is called balanced accuracy. Divide the hits of all classes by all samples.")
def balances_the_accuracy(y, pred, num_classes):
    found = confusion_scores(y, pred, num_classes)
    return found | {"accuracy": found["recall"].mean()}


@mistake("The accuracy of a class counts true negatives as well. Accuracy is one number: all hits over all samples.")
def scores_one_against_all(y, pred, num_classes):
    found = confusion_scores(y, pred, num_classes)
    right_ones = [np.mean((y == c) == (pred == c)) for c in range(num_classes)]
    return found | {"accuracy": np.array(right_ones)}


@mistake("The number of classes is taken from the labels. num_classes says it, also if the last classes do not occur.")
def guesses_the_number_of_classes(y, pred, num_classes):
    confusion_scores(y, pred, num_classes)
    return confusion_scores(y, pred, int(max(y.max(), pred.max())) + 1)


@mistake("The matrix holds shares. It counts samples: leave it as whole numbers, and divide for the scores only.")
def normalises_the_matrix(y, pred, num_classes):
    found = confusion_scores(y, pred, num_classes)
    return found | {"confusion": found["confusion"] / np.maximum(found["confusion"].sum(axis=1, keepdims=True), 1)}


@mistake("The matrix is of floating-point numbers. It counts samples: make it int64.")
def counts_in_floats(y, pred, num_classes):
    found = confusion_scores(y, pred, num_classes)
    return found | {"confusion": found["confusion"].astype(np.float64)}


@mistake("The scores are float32. They are float64: convert the counts before you divide.")
def returns_float32(y, pred, num_classes):
    found = confusion_scores(y, pred, num_classes)
    return found | {key: found[key].astype(np.float32) for key in ("precision", "recall", "f1")}


@mistake("Entries that are no classes pass unnoticed: -1 is the last class to NumPy. Check y and pred, and raise ValueError.")
def wraps_around(y, pred, num_classes):
    return confusion_scores(y % num_classes, pred % num_classes, num_classes)


@mistake("Only the labels are checked. A prediction may be no class, too: raise a ValueError that names pred.")
def checks_the_labels_only(y, pred, num_classes):
    return confusion_scores(y, pred % num_classes, num_classes)


@right
def pair_by_pair(y, pred, num_classes):
    confusion = np.zeros((num_classes, num_classes), dtype=np.int64)
    for true, guess in zip(y.tolist(), pred.tolist(), strict=True):
        if not 0 <= true < num_classes:
            raise ValueError("y")
        if not 0 <= guess < num_classes:
            raise ValueError("pred")
        confusion[true, guess] += 1
    found = {"confusion": confusion, "accuracy": float(np.trace(confusion)) / len(y)}
    precision, recall, f1 = np.zeros(num_classes), np.zeros(num_classes), np.zeros(num_classes)
    for c in range(num_classes):
        if confusion[c, c]:
            precision[c] = confusion[c, c] / confusion[:, c].sum()
            recall[c] = confusion[c, c] / confusion[c].sum()
            f1[c] = 2 * precision[c] * recall[c] / (precision[c] + recall[c])
    return found | {"precision": precision, "recall": recall, "f1": f1}


@right
def by_one_hot(y, pred, num_classes):
    if not np.isin(y, np.arange(num_classes)).all():
        raise ValueError("bad y")
    if not np.isin(pred, np.arange(num_classes)).all():
        raise ValueError("bad pred")
    truth, guess = np.eye(num_classes)[y], np.eye(num_classes)[pred]
    hits, positives, relevant = (truth * guess).sum(0), guess.sum(0), truth.sum(0)

    def share(a, b):
        return np.divide(a, b, out=np.zeros(num_classes), where=b > 0)

    return {
        "confusion": np.rint(truth.T @ guess).astype(np.int64),
        "accuracy": np.mean(y == pred),
        "precision": share(hits, positives),
        "recall": share(hits, relevant),
        "f1": share(hits, (positives + relevant) / 2),
    }


@right
def by_add_at(y, pred, num_classes):
    if (y < 0).any() or (y >= num_classes).any():
        raise ValueError("some y is no class")
    if (pred < 0).any() or (pred >= num_classes).any():
        raise ValueError("some pred is no class")
    confusion = np.zeros((num_classes, num_classes), dtype=np.int64)
    np.add.at(confusion, (y, pred), 1)
    with np.errstate(invalid="ignore"):
        hits = np.diagonal(confusion).astype(float)
        precision, recall = np.nan_to_num(hits / confusion.sum(0)), np.nan_to_num(hits / confusion.sum(1))
        f1 = np.nan_to_num(2 * precision * recall / (precision + recall))
    return {"confusion": confusion, "accuracy": hits.sum() / len(pred), "precision": precision, "recall": recall, "f1": f1}

"""Hidden tests of interpretability/permutation_importance."""

import numpy as np

from grader.authoring import agree, mistake, right
from solutions.interpretability.permutation_importance import permutation_importance


def explained(predicted, truth):
    """R squared: for this score it matters which argument is the truth."""
    return 1 - np.sum((predicted - truth) ** 2) / max(np.sum((truth - truth.mean()) ** 2), 1e-12)


def minus_error(predicted, truth):
    return -np.sum((predicted - truth) ** 2)


def sample(rng, size="small"):
    """A model that is good and not perfect, with every feature in it and two of them tied together."""
    n, d = (1, 1) if size == "ones" else (7, 4)
    x, w = rng.normal(size=(n, d)), np.arange(1.0, d + 1)

    def predict(table):
        return table @ w.astype(table.dtype) + table[:, 0] * abs(table[:, -1]).mean()

    return predict, x, predict(x) + rng.normal(size=n), explained, np.stack([rng.permutation(n) for _ in range(d)])


def table(rng, n=6, d=3):
    perms = np.stack([np.roll(rng.permutation(n), 1) for _ in range(d)])
    return rng.integers(-9, 10, (n, d)).astype(float), rng.integers(-9, 10, n).astype(float), perms


def test_on_paper(yours, rng):
    """By hand: three samples, a model that adds two features, and a score of minus the squared error."""
    x, y = np.array([[1.0, 10.0], [2.0, 20.0], [4.0, 40.0]]), np.array([10.0, 25.0, 44.0])
    got = yours(lambda t: t[:, 0] + t[:, 1], x, y, minus_error, np.array([[1, 2, 0], [0, 2, 1]]))
    agree(got, np.array([4.0 + 1.0 + 9.0 - 10.0, 1.0 + 17.0**2 + 20.0**2 - 10.0]), exact=True)


def test_unused_feature(yours, rng):
    """A feature that the model does not use has importance zero, and the others do not."""
    x, y, perms = table(rng)
    got = yours(lambda t: 3.0 * t[:, 0] - t[:, 2], x, y, minus_error, perms)
    agree(got, permutation_importance(lambda t: 3.0 * t[:, 0] - t[:, 2], x, y, minus_error, perms), exact=True)
    agree(got[1:2], np.zeros(1), exact=True)


def test_order_that_stays(yours, rng):
    """A feature whose permutation leaves all samples in their places loses nothing."""
    x, y, perms = table(rng)
    perms[1] = np.arange(6)

    def predict(t):
        return t[:, 0] * t[:, 1] + t[:, 2]

    agree(yours(predict, x, y, minus_error, perms), permutation_importance(predict, x, y, minus_error, perms), exact=True)


def test_accuracy_of_a_classifier(yours, rng):
    """For a classifier with labels and accuracy: its only feature is worth what chance leaves of it."""
    x = np.array([[-3.0, 9.0], [-1.0, 9.0], [2.0, 1.0], [4.0, 1.0]])
    got = yours(
        lambda t: np.where(t[:, 0] > 0, 1, 0),
        x,
        np.array([0, 0, 1, 1]),
        lambda predicted, truth: float(np.mean(predicted == truth)),
        np.array([[0, 2, 3, 1], [3, 2, 1, 0]]),
    )
    agree(got, np.array([0.5, 0.0]), exact=True)


def test_better_without(yours, rng):
    """Where the model does better with shuffled values the importance is negative."""
    x, y = np.array([[1.0, 5.0], [2.0, 3.0]]), np.array([7.0, 4.0])
    got = yours(lambda t: t[:, 0] + t[:, 1], x, y, minus_error, np.array([[1, 0], [1, 0]]))
    agree(got, np.array([-2.0 - 0.0, -2.0 + 18.0]), exact=True)


def test_truth_comes_second(yours, rng):
    """The metric is given the predictions first and the truth second."""
    x, y, perms = table(rng)

    def metric(predicted, truth):
        return np.sum(predicted) - 3.0 * np.sum(truth) + np.sum(truth * truth * predicted)

    def predict(t):
        return t[:, 0] ** 2 - t[:, 1]

    agree(yours(predict, x, y, metric, perms), permutation_importance(predict, x, y, metric, perms), exact=True)


def test_two_that_say_the_same(yours, rng):
    """Of two features that are copies of each other, each bears a quarter of what both bear together."""
    column, _, _ = table(rng, 6, 1)
    x, order = np.concatenate([column, column], axis=1), np.array([[1, 2, 3, 4, 5, 0]] * 2)
    alone = permutation_importance(lambda t: t[:, 0], column, column[:, 0], minus_error, order[:1])
    agree(yours(lambda t: t.mean(axis=1), x, column[:, 0], minus_error, order), np.tile(alone / 4, 2), exact=True)


def score_each(predict, x, y, metric, perms, change):
    """The scores of the tables that `change(copy, d, permutation)` makes."""
    scores = []
    for d, order in enumerate(perms):
        copy = x.copy()
        change(copy, d, order)
        scores.append(metric(predict(copy), y))
    return np.array(scores, dtype=x.dtype)


def shuffle(copy, d, order):
    copy[:, d] = copy[order, d]


@mistake("The sign is turned round. Importance is what the score loses: the original score less that of the shuffled table.")
def turns_the_sign(predict, x, y, metric, perms):
    return -permutation_importance(predict, x, y, metric, perms)


@mistake("You return the scores of the shuffled tables. Subtract each from the score of the original table.")
def returns_the_scores(predict, x, y, metric, perms):
    return score_each(predict, x, y, metric, perms, shuffle)


@mistake("You take absolute values. A feature without which the model does better has a negative importance.")
def takes_absolute_values(predict, x, y, metric, perms):
    return np.abs(permutation_importance(predict, x, y, metric, perms))


@mistake("The drop is divided by the original score. Return the plain difference: the score may be zero or negative.")
def divides_by_the_score(predict, x, y, metric, perms):
    score = metric(predict(x), y)
    return permutation_importance(predict, x, y, metric, perms) / (abs(score) if score else 1)


@mistake("The importances are scaled to add up to 1. Return the drops themselves.")
def normalizes(predict, x, y, metric, perms):
    drops = permutation_importance(predict, x, y, metric, perms)
    total = np.abs(drops).sum()
    return drops / (total if total else 1)


@mistake("The truth is shuffled, too, or in place of the feature. Leave y alone: shuffle one column of x.")
def shuffles_the_truth(predict, x, y, metric, perms):
    predicted = predict(x)
    return np.array([metric(predicted, y) - metric(predicted, y[order]) for order in perms], dtype=x.dtype)


@mistake("Whole samples change places, all features with them. Shuffle a single column, and leave the others.")
def shuffles_whole_samples(predict, x, y, metric, perms):
    def change(copy, d, order):
        copy[:] = copy[order]

    return metric(predict(x), y) - score_each(predict, x, y, metric, perms, change)


@mistake("The columns of earlier features stay shuffled. Begin each experiment with a fresh copy of the table.")
def leaves_columns_shuffled(predict, x, y, metric, perms):
    work = x.copy()
    score = metric(predict(x), y)
    drops = []
    for d, order in enumerate(perms):
        work[:, d] = work[order, d]
        drops.append(score - metric(predict(work), y))
    return np.array(drops, dtype=x.dtype)


@mistake("You use the inverse permutation. Sample n receives the value of sample perms[d, n]: index on the right-hand side.")
def inverts_the_permutation(predict, x, y, metric, perms):
    def change(copy, d, order):
        copy[order, d] = copy[:, d].copy()

    return metric(predict(x), y) - score_each(predict, x, y, metric, perms, change)


@mistake("All features are shuffled with the first permutation. Feature d has row d of perms.")
def uses_one_permutation(predict, x, y, metric, perms):
    return permutation_importance(predict, x, y, metric, np.tile(perms[:1], (len(perms), 1)))


@mistake("The feature is set to zero. Shuffle it instead: zeros are values that may never occur.")
def sets_the_feature_to_zero(predict, x, y, metric, perms):
    def change(copy, d, order):
        copy[:, d] = 0

    return metric(predict(x), y) - score_each(predict, x, y, metric, perms, change)


@mistake("The feature is replaced by its mean. Shuffle it with its permutation.")
def replaces_by_the_mean(predict, x, y, metric, perms):
    def change(copy, d, order):
        copy[:, d] = copy[:, d].mean()

    return metric(predict(x), y) - score_each(predict, x, y, metric, perms, change)


@mistake("The metric is given the truth first. The predictions come first, the truth second.")
def exchanges_the_arguments_of_the_metric(predict, x, y, metric, perms):
    return permutation_importance(predict, x, y, lambda predicted, truth: metric(truth, predicted), perms)


@mistake("Predictions are compared with the model's own earlier predictions. Score both tables against the truth.")
def compares_with_earlier_predictions(predict, x, y, metric, perms):
    return permutation_importance(predict, x, predict(x), metric, perms)


@mistake("A float32 table gives float64 importances. Make the result with dtype=x.dtype.")
def returns_float64(predict, x, y, metric, perms):
    return permutation_importance(predict, x, y, metric, perms).astype(np.float64)


@mistake("You shuffle the table itself. Work on a copy: the caller still needs the samples as they were.")
def overwrites_the_table(predict, x, y, metric, perms):
    drops = permutation_importance(predict, x, y, metric, perms)
    x[:, -1] = x[np.roll(perms[-1], 1), -1]
    return drops


@right
def by_choosing(predict, x, y, metric, perms):
    columns = np.arange(x.shape[1])
    before = metric(predict(x), y)
    after = [metric(predict(np.where(columns == d, x[perms[d]], x)), y) for d in columns]
    return np.array([before - score for score in after], dtype=x.dtype)


@right
def restores_each_column(predict, x, y, metric, perms):
    work = np.array(x)
    result = np.zeros(x.shape[1], dtype=x.dtype)
    before = metric(predict(work), y)
    for d in range(x.shape[1]):
        for n in range(len(x)):
            work[n, d] = x[perms[d, n], d]
        result[d] = before - metric(predict(work), y)
        work[:, d] = x[:, d]
    return result

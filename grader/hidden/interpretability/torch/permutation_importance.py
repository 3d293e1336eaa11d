"""The known mistakes of interpretability/permutation_importance, as people write them in PyTorch."""

import torch

from solutions.interpretability.torch.permutation_importance import permutation_importance


def score_each(predict, x, y, metric, perms, change):
    """The scores of the tables that `change(copy, d, permutation)` makes."""
    scores = x.new_empty(len(perms))
    for d, order in enumerate(perms):
        copy = x.clone()
        change(copy, d, order)
        scores[d] = metric(predict(copy), y)
    return scores


def shuffle(copy, d, order):
    copy[:, d] = copy[order, d]


def turns_the_sign(predict, x, y, metric, perms):
    return -permutation_importance(predict, x, y, metric, perms)


def returns_the_scores(predict, x, y, metric, perms):
    return score_each(predict, x, y, metric, perms, shuffle)


def takes_absolute_values(predict, x, y, metric, perms):
    return permutation_importance(predict, x, y, metric, perms).abs()


def divides_by_the_score(predict, x, y, metric, perms):
    score = metric(predict(x), y)
    return permutation_importance(predict, x, y, metric, perms) / (abs(score) if score else 1)


def normalizes(predict, x, y, metric, perms):
    drops = permutation_importance(predict, x, y, metric, perms)
    total = drops.abs().sum()
    return drops / (total if total else 1)


def shuffles_the_truth(predict, x, y, metric, perms):
    predicted, drops = predict(x), x.new_empty(len(perms))
    for d, order in enumerate(perms):
        drops[d] = metric(predicted, y) - metric(predicted, y[order])
    return drops


def shuffles_whole_samples(predict, x, y, metric, perms):
    def change(copy, d, order):
        copy[:] = copy[order]

    return metric(predict(x), y) - score_each(predict, x, y, metric, perms, change)


def leaves_columns_shuffled(predict, x, y, metric, perms):
    work, drops = x.clone(), x.new_empty(len(perms))
    score = metric(predict(x), y)
    for d, order in enumerate(perms):
        work[:, d] = work[order, d]
        drops[d] = score - metric(predict(work), y)
    return drops


def inverts_the_permutation(predict, x, y, metric, perms):
    return permutation_importance(predict, x, y, metric, torch.argsort(perms, dim=1))


def uses_one_permutation(predict, x, y, metric, perms):
    return permutation_importance(predict, x, y, metric, perms[:1].repeat(len(perms), 1))


def sets_the_feature_to_zero(predict, x, y, metric, perms):
    def change(copy, d, order):
        copy[:, d] = 0

    return metric(predict(x), y) - score_each(predict, x, y, metric, perms, change)


def replaces_by_the_mean(predict, x, y, metric, perms):
    def change(copy, d, order):
        copy[:, d] = copy[:, d].mean()

    return metric(predict(x), y) - score_each(predict, x, y, metric, perms, change)


def exchanges_the_arguments_of_the_metric(predict, x, y, metric, perms):
    return permutation_importance(predict, x, y, lambda predicted, truth: metric(truth, predicted), perms)


def compares_with_earlier_predictions(predict, x, y, metric, perms):
    return permutation_importance(predict, x, predict(x), metric, perms)


def returns_float64(predict, x, y, metric, perms):
    return permutation_importance(predict, x, y, metric, perms).double()


def overwrites_the_table(predict, x, y, metric, perms):
    drops = permutation_importance(predict, x, y, metric, perms)
    x[:, -1] = x[perms[-1].roll(1), -1]
    return drops

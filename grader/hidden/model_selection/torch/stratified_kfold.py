"""The known mistakes of model_selection/stratified_kfold, as people write them in PyTorch."""

import torch

from solutions.model_selection.torch.stratified_kfold import stratified_kfold

ABSENT = {}


def by_fold(y, k, fold):
    stratified_kfold(y, k)
    return [((fold != i).nonzero().squeeze(1), (fold == i).nonzero().squeeze(1)) for i in range(k)]


def dealt(order, k):
    fold = torch.empty_like(order)
    fold[order] = torch.arange(len(order)) % max(k, 1)
    return fold


def pieces(order, k):
    """Which fold each sample belongs to if the order is cut into k pieces."""
    fold = torch.empty_like(order)
    for i, part in enumerate(torch.tensor_split(order, max(k, 1))):
        fold[part] = i
    return fold


def cuts_into_pieces(y, k):
    return by_fold(y, k, pieces(torch.arange(len(y)), k))


def deals_without_sorting(y, k):
    return by_fold(y, k, torch.arange(len(y)) % max(k, 1))


def starts_anew_in_each_class(y, k):
    fold = torch.empty_like(y)
    for label in y.unique():
        fold[y == label] = torch.arange(int((y == label).sum())) % max(k, 1)
    return by_fold(y, k, fold)


def cuts_each_class(y, k):
    fold = torch.empty_like(y)
    for label in y.unique():
        members = (y == label).nonzero().squeeze(1)
        for i, part in enumerate(torch.tensor_split(members, max(k, 1))):
            fold[part] = i
    return by_fold(y, k, fold)


def cuts_the_sorted_data(y, k):
    return by_fold(y, k, pieces(torch.argsort(y, stable=True), k))


def takes_classes_as_they_come(y, k):
    first = torch.stack([(y == label).nonzero()[0, 0] for label in y])
    return by_fold(y, k, dealt(torch.argsort(first, stable=True), k))


def begins_with_the_largest(y, k):
    return by_fold(y, k, dealt(torch.argsort(-y, stable=True), k))


def reverses_each_class(y, k):
    backwards = torch.argsort(y.flip(0), stable=True)
    return by_fold(y, k, dealt(len(y) - 1 - backwards, k))


def takes_the_inverse(y, k):
    return by_fold(y, k, torch.argsort(y, stable=True) % max(k, 1))


def leaves_the_order_of_the_classes(y, k):
    stratified_kfold(y, k)
    order, place = torch.argsort(y, stable=True), torch.arange(len(y)) % k
    return [(order[place != i], order[place == i]) for i in range(k)]


def trains_on_everything(y, k):
    return [(torch.arange(len(y)), val) for _, val in stratified_kfold(y, k)]


def swaps_train_and_val(y, k):
    return [(val, train) for train, val in stratified_kfold(y, k)]


def returns_the_fold_numbers(y, k):
    stratified_kfold(y, k)
    return dealt(torch.argsort(y, stable=True), k)


def leaves_out_small_classes(y, k):
    large = (y[:, None] == y).sum(1) >= k
    return [(train[large[train]], val[large[val]]) for train, val in stratified_kfold(y, k)]


def returns_lists(y, k):
    return [(train.tolist(), val.tolist()) for train, val in stratified_kfold(y, k)]


def checks_nothing(y, k):
    return stratified_kfold(y, k) if 2 <= k <= len(y) else [(torch.arange(0), torch.arange(len(y)))] * k

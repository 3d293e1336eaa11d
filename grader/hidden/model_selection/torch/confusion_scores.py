"""The known mistakes of model_selection/confusion_scores, as people write them in PyTorch."""

import torch

from solutions.model_selection.torch.confusion_scores import confusion_scores

ABSENT = {}


def transposes_the_matrix(y, pred, num_classes):
    found = confusion_scores(y, pred, num_classes)
    return found | {"confusion": found["confusion"].T.clone()}


def swaps_precision_and_recall(y, pred, num_classes):
    found = confusion_scores(y, pred, num_classes)
    return found | {"precision": found["recall"], "recall": found["precision"]}


def takes_pred_for_the_truth(y, pred, num_classes):
    confusion_scores(y, pred, num_classes)
    return confusion_scores(pred, y, num_classes)


def counts_every_pair_once(y, pred, num_classes):
    confusion_scores(y, pred, num_classes)
    return confusion_scores(*torch.stack([y, pred]).unique(dim=1), num_classes)


def divides_zero_by_zero(y, pred, num_classes):
    found = confusion_scores(y, pred, num_classes)
    m = found["confusion"].double()
    precision, recall = m.diag() / m.sum(0), m.diag() / m.sum(1)
    return found | {"precision": precision, "recall": recall, "f1": 2 * precision * recall / (precision + recall)}


def averages_over_classes(y, pred, num_classes):
    found = confusion_scores(y, pred, num_classes)
    return found | {key: found[key].mean() for key in ("precision", "recall", "f1")}


def takes_the_arithmetic_mean(y, pred, num_classes):
    found = confusion_scores(y, pred, num_classes)
    return found | {"f1": (found["precision"] + found["recall"]) / 2}


def forgets_the_factor_two(y, pred, num_classes):
    found = confusion_scores(y, pred, num_classes)
    return found | {"f1": found["f1"] / 2}


def balances_the_accuracy(y, pred, num_classes):
    found = confusion_scores(y, pred, num_classes)
    return found | {"accuracy": found["recall"].mean()}


def scores_one_against_all(y, pred, num_classes):
    found = confusion_scores(y, pred, num_classes)
    right_ones = [((y == c) == (pred == c)).double().mean() for c in range(num_classes)]
    return found | {"accuracy": torch.stack(right_ones)}


def guesses_the_number_of_classes(y, pred, num_classes):
    confusion_scores(y, pred, num_classes)
    return confusion_scores(y, pred, int(torch.maximum(y, pred).max()) + 1)


def normalises_the_matrix(y, pred, num_classes):
    found = confusion_scores(y, pred, num_classes)
    return found | {"confusion": found["confusion"].double() / found["confusion"].sum(1, keepdim=True).clamp(min=1)}


def counts_in_floats(y, pred, num_classes):
    found = confusion_scores(y, pred, num_classes)
    return found | {"confusion": found["confusion"].double()}


def returns_float32(y, pred, num_classes):
    found = confusion_scores(y, pred, num_classes)
    return found | {key: found[key].float() for key in ("precision", "recall", "f1")}


def wraps_around(y, pred, num_classes):
    return confusion_scores(y % num_classes, pred % num_classes, num_classes)


def checks_the_labels_only(y, pred, num_classes):
    return confusion_scores(y, pred % num_classes, num_classes)

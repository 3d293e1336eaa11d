"""The known mistakes of tensors/one_hot, as people write them in PyTorch."""

import torch

from solutions.tensors.torch.one_hot import one_hot

ABSENT = {"fails_without_labels": "The minimum of no numbers is another error in PyTorch, in words of its own."}


def checked(labels, num_classes):
    if torch.any((labels < 0) | (labels >= num_classes)):
        raise ValueError("labels")


def identity(labels, num_classes):
    return torch.eye(num_classes, dtype=torch.float64, device=labels.device)


def sets_the_columns_in_every_row(labels, num_classes):
    checked(labels, num_classes)
    result = torch.zeros((*labels.shape, num_classes), dtype=torch.float64, device=labels.device)
    result[..., labels] = 1
    return result


def leaves_the_check_to_indexing(labels, num_classes):
    return identity(labels, num_classes)[labels]


def checks_the_upper_end_only(labels, num_classes):
    if (labels >= num_classes).any():
        raise ValueError("labels")
    return identity(labels, num_classes)[labels]


def allows_one_too_many(labels, num_classes):
    if ((labels < 0) | (labels > num_classes)).any():
        raise ValueError("labels")
    return gives_zeros_for_a_bad_label(labels, num_classes)


def gives_zeros_for_a_bad_label(labels, num_classes):
    return (labels.unsqueeze(-1) == torch.arange(num_classes, device=labels.device)).double()


def clips_the_labels(labels, num_classes):
    return one_hot(labels.clamp(0, num_classes - 1), num_classes)


def counts_from_one(labels, num_classes):
    checked(labels, num_classes)
    return identity(labels, num_classes)[labels - 1]


def guesses_the_number_of_classes(labels, num_classes):
    checked(labels, num_classes)
    return one_hot(labels, int(labels.max()) + 1 if labels.numel() else num_classes)


def renumbers_the_classes(labels, num_classes):
    checked(labels, num_classes)
    return one_hot(torch.unique(labels, return_inverse=True)[1], num_classes)


def puts_the_classes_first(labels, num_classes):
    return one_hot(labels, num_classes).movedim(-1, 0)


def flattens_the_labels(labels, num_classes):
    return one_hot(labels.flatten(), num_classes)


def returns_integers(labels, num_classes):
    return one_hot(labels, num_classes).long()


def returns_truth_values(labels, num_classes):
    return one_hot(labels, num_classes).bool()


def returns_float32(labels, num_classes):
    return one_hot(labels, num_classes).float()


def checks_by_assert(labels, num_classes):
    assert ((labels >= 0) & (labels < num_classes)).all()
    return one_hot(labels, num_classes)

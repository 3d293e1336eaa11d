"""The known mistakes of model_selection/kfold_indices, as people write them in PyTorch."""

import torch

from solutions.model_selection.torch.kfold_indices import kfold_indices

ABSENT = {}


def cut(perm, k, sizes):
    kfold_indices(perm, k)
    rounds, start = [], 0
    for size in sizes:
        rounds.append((torch.cat([perm[:start], perm[start + size :]]), perm[start : start + size].clone()))
        start += size
    return rounds


def starts(rounds):
    return [sum(len(val) for _, val in rounds[:i]) for i in range(len(rounds))]


def trains_on_everything(perm, k):
    return [(perm.clone(), val) for _, val in kfold_indices(perm, k)]


def swaps_train_and_val(perm, k):
    return [(val, train) for train, val in kfold_indices(perm, k)]


def never_judges_the_rest(perm, k):
    kfold_indices(perm, k)
    return cut(perm, k, [len(perm) // k] * k)


def gives_the_rest_to_the_last(perm, k):
    kfold_indices(perm, k)
    return cut(perm, k, [len(perm) // k] * (k - 1) + [len(perm) // k + len(perm) % k])


def rounds_the_sizes_up(perm, k):
    kfold_indices(perm, k)
    size = -(-len(perm) // k)
    return cut(perm, k, [max(0, min(size, len(perm) - i * size)) for i in range(k)])


def puts_the_larger_folds_last(perm, k):
    kfold_indices(perm, k)
    return cut(perm, k, [len(perm) // k + (i >= k - len(perm) % k) for i in range(k)])


def deals_in_turn(perm, k):
    kfold_indices(perm, k)
    fold = torch.arange(len(perm)) % k
    return [(perm[fold != i], perm[fold == i]) for i in range(k)]


def forgets_to_shuffle(perm, k):
    return kfold_indices(perm.sort().values, k)


def shuffles_twice(perm, k):
    return kfold_indices(perm[perm.long()], k)


def sorts_the_indices(perm, k):
    return [(train.sort().values, val.sort().values) for train, val in kfold_indices(perm, k)]


def forgets_what_comes_after(perm, k):
    rounds = kfold_indices(perm, k)
    return [(perm[:start].clone(), val) for start, (_, val) in zip(starts(rounds), rounds, strict=True)]


def turns_the_training_data(perm, k):
    rounds = kfold_indices(perm, k)
    return [(train.roll(-start), val) for start, (train, val) in zip(starts(rounds), rounds, strict=True)]


def stops_after_one_split(perm, k):
    return kfold_indices(perm, k)[:1]


def returns_the_folds(perm, k):
    return [val for _, val in kfold_indices(perm, k)]


def returns_views(perm, k):
    rounds = kfold_indices(perm, k)
    return [(train, perm[start : start + len(val)]) for start, (train, val) in zip(starts(rounds), rounds, strict=True)]


def returns_lists(perm, k):
    return [(train.tolist(), val.tolist()) for train, val in kfold_indices(perm, k)]


def rejects_leave_one_out(perm, k):
    if k >= len(perm):
        raise ValueError("k is too large")
    return kfold_indices(perm, k)


def allows_a_single_fold(perm, k):
    return kfold_indices(perm, k) if k > 1 else [(perm[:0].clone(), perm.clone())]


def allows_empty_folds(perm, k):
    if k <= len(perm):
        return kfold_indices(perm, k)
    return [*kfold_indices(perm, len(perm)), *[(perm.clone(), perm[:0].clone())] * (k - len(perm))]

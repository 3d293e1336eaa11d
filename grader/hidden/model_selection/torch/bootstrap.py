"""The known mistakes of model_selection/bootstrap, as people write them in PyTorch."""

import torch

from solutions.model_selection.torch.bootstrap import bootstrap

ABSENT = {}


def bag(u, idx):
    bootstrap(u)
    counts = torch.bincount(idx, minlength=len(u))[: len(u)]
    return idx, (counts == 0).nonzero().squeeze(1)


def draws_without_replacement(u):
    return bag(u, torch.argsort(u, stable=True))


def splits_into_two_parts(u):
    return bag(u, torch.argsort(u, stable=True)[: max(1, round(0.632 * len(u)))])


def rounds_to_the_nearest(u):
    return bag(u, (u * len(u)).round().long().clamp(0, len(u) - 1))


def stretches_too_little(u):
    bootstrap(u)
    return bag(u, (u * (len(u) - 1)).long())


def counts_from_one(u):
    idx, oob = bootstrap(u)
    return idx + 1, oob + 1


def draws_a_row_that_does_not_exist(u):
    bootstrap(u)
    return bag(u, (u * len(u)).long())


def starts_again_at_one(u):
    bootstrap(u)
    return bag(u, (u * len(u)).long() % len(u))


def takes_the_lower_part(u):
    bootstrap(u)
    return bag(u, ((u * len(u)).ceil().long() - 1).clamp(min=0))


def removes_repetitions(u):
    return bag(u, bootstrap(u)[0].unique())


def sorts_the_draws(u):
    return bag(u, bootstrap(u)[0].sort().values)


def returns_who_was_drawn(u):
    idx, _ = bootstrap(u)
    return idx, idx.unique()


def counts_those_drawn_once(u):
    idx, _ = bootstrap(u)
    return idx, (torch.bincount(idx, minlength=len(u)) < 2).nonzero().squeeze(1)


def forgets_the_last_rows(u):
    idx, _ = bootstrap(u)
    return idx, (torch.bincount(idx) == 0).nonzero().squeeze(1)


def returns_a_mask(u):
    idx, _ = bootstrap(u)
    return idx, torch.bincount(idx, minlength=len(u)) == 0


def returns_floats(u):
    idx, oob = bootstrap(u)
    return idx.to(u.dtype), oob


def swaps_the_results(u):
    return bootstrap(u)[::-1]


def clips_bad_numbers(u):
    return bootstrap(u.clamp(0, 1))


def overwrites_u(u):
    result = bootstrap(u)
    u.mul_(len(u))
    return result

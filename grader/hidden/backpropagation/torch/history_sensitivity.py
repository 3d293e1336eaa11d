"""The known mistakes of backpropagation/history_sensitivity, as people write them in PyTorch."""

import torch

from solutions.backpropagation.torch.history_sensitivity import history_sensitivity


def measured(f, x, changed, k, reduce=torch.max, last=-1):
    history_sensitivity(f, x, x, k)  # for the check of k
    return reduce((f(changed)[last] - f(x)[last]).abs())


def joined(first, second, cut):
    return torch.cat([first[:cut], second[cut:]])


def replaces_the_last_steps(f, x, other, k):
    return measured(f, x, joined(x, other, len(x) - k), k)


def replaces_everything(f, x, other, k):
    return measured(f, x, other, k)


def slices_with_minus_zero(f, x, other, k):
    changed = x.clone()
    changed[:-k] = other[:-k]
    return measured(f, x, changed, k)


def keeps_one_step_too_few(f, x, other, k):
    return measured(f, x, joined(other, x, len(x) - k + 1), k)


def replaces_the_first_k_steps(f, x, other, k):
    return measured(f, x, joined(other, x, k), k)


def adds_the_other_sequence(f, x, other, k):
    return measured(f, x, joined(x + other, x, len(x) - k), k)


def cuts_the_past_away(f, x, other, k):
    return measured(f, x, x[len(x) - k :], k) if k else measured(f, x, other, k)


def looks_at_all_steps(f, x, other, k):
    return measured(f, x, joined(other, x, len(x) - k), k, last=slice(None))


def takes_the_mean(f, x, other, k):
    return measured(f, x, joined(other, x, len(x) - k), k, torch.mean)


def adds_up_the_changes(f, x, other, k):
    return measured(f, x, joined(other, x, len(x) - k), k, torch.sum)


def keeps_the_sign(f, x, other, k):
    history_sensitivity(f, x, x, k)
    return (f(joined(other, x, len(x) - k))[-1] - f(x)[-1]).max()


def accepts_any_k(f, x, other, k):
    return measured(f, x, joined(other, x, max(len(x) - k, 0)), len(x)) if k >= 0 else 0.0


def overwrites_x(f, x, other, k):
    result = history_sensitivity(f, x, other, k)
    x[: len(x) - k] = other[: len(x) - k]
    return result

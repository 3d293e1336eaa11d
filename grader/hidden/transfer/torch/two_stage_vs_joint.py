"""The known mistakes of transfer/two_stage_vs_joint, as people write them in PyTorch."""

import torch


def fit(h, y):
    return torch.linalg.lstsq(h, y[:, None]).solution[:, 0]


def training(x, target, x_val, target_val, weight, lr, steps, head=None, rates=(1, 1), slope=True, late=False):
    """The exercise with another head to start with, other rates, or another gradient."""
    head = fit(torch.tanh(x @ weight.T), target) if head is None else head
    errors = []
    for _ in range(steps + 1):
        errors += [torch.mean((torch.tanh(a @ weight.T) @ head - b) ** 2) for a, b in ((x, target), (x_val, target_val))]
        h = torch.tanh(x @ weight.T)
        g = 2 / len(x) * (h @ head - target)
        new = head - lr * rates[1] * g @ h
        weight = weight - lr * rates[0] * (torch.outer(g, new if late else head) * (1 - h * h if slope else 1)).T @ x
        head = new
    return torch.stack(errors[::2]), torch.stack(errors[1::2])


def starts_from_zero(x, target, x_val, target_val, weight, lr, steps):
    return training(x, target, x_val, target_val, weight, lr, steps, head=0 * weight[:, 0])


def keeps_the_features_frozen(x, target, x_val, target_val, weight, lr, steps):
    return training(x, target, x_val, target_val, weight, lr, steps, rates=(0, 1))


def keeps_the_head_frozen(x, target, x_val, target_val, weight, lr, steps):
    return training(x, target, x_val, target_val, weight, lr, steps, rates=(1, 0))


def moves_the_head_first(x, target, x_val, target_val, weight, lr, steps):
    return training(x, target, x_val, target_val, weight, lr, steps, late=True)


def forgets_the_slope(x, target, x_val, target_val, weight, lr, steps):
    return training(x, target, x_val, target_val, weight, lr, steps, slope=False)


def sums_the_errors(x, target, x_val, target_val, weight, lr, steps):
    return training(x, target, x_val, target_val, weight, lr * len(x), steps)


def forgets_the_two(x, target, x_val, target_val, weight, lr, steps):
    return training(x, target, x_val, target_val, weight, lr / 2, steps)


def steps_uphill(x, target, x_val, target_val, weight, lr, steps):
    return training(x, target, x_val, target_val, weight, -lr, steps)


def fits_the_head_to_validation(x, target, x_val, target_val, weight, lr, steps):
    both, y = torch.cat([x, x_val]), torch.cat([target, target_val])
    head = fit(torch.tanh(both @ weight.T), y)
    return training(x, target, x_val, target_val, weight, lr, steps, head=head)


def judges_on_the_training_set(x, target, x_val, target_val, weight, lr, steps):
    return training(x, target, x, target, weight, lr, steps)


def forgets_the_two_stages(x, target, x_val, target_val, weight, lr, steps):
    train, val = training(x, target, x_val, target_val, weight, lr, steps)
    return train[1:], val[1:]


def forgets_tanh(x, target, x_val, target_val, weight, lr, steps):
    head = fit(x @ weight.T, target)
    return training(x, target, x_val, target_val, weight, lr, steps, head=head)


def returns_float64(x, target, x_val, target_val, weight, lr, steps):
    return training(*(a.double() for a in (x, target, x_val, target_val, weight)), lr, steps)
